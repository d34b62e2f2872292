package io.churnwatch.training.train;

import io.churnwatch.training.data.DataReport;
import io.churnwatch.training.data.TrainingColumns;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The inputs of a model.
 *
 * @param numbers columns of the customers
 * @param categories columns of the customers
 * @param derived numbers that SQL computes from others
 */
public record ModelFeatures(List<String> numbers, List<String> categories, List<DerivedFeature> derived) {
    /** A model learns nothing from fewer customers, and a fold may have none of them. */
    private static final int KNOWN_AT_LEAST = 20;

    public ModelFeatures {
        numbers = List.copyOf(numbers);
        categories = List.copyOf(categories);
        derived = List.copyOf(derived);
    }

    /** Returns all columns that a training reads. */
    public static ModelFeatures all() {
        return new ModelFeatures(TrainingColumns.numbers(), TrainingColumns.categories(), List.of());
    }

    /** Returns the features that enough customers have. */
    public ModelFeatures knownIn(DataReport customers) {
        return keeping(field -> customers.known(field) >= KNOWN_AT_LEAST);
    }

    /** Returns the features without some fields. */
    public ModelFeatures without(Collection<String> fields) {
        return keeping(field -> !fields.contains(field));
    }

    /** Returns the features with the derived ones whose numbers are all among them. */
    public ModelFeatures withDerived() {
        return new ModelFeatures(
                numbers,
                categories,
                DerivedFeature.ALL.stream()
                        .filter(feature -> numbers.containsAll(feature.fields()))
                        .toList());
    }

    /** Describes the features: how many there are, which are left out, and of which the rare values are merged. */
    public String summary(DataReport customers, TreeParameters parameters) {
        StringBuilder summary = new StringBuilder("takes %d fields".formatted(fields().size()));
        if (!derived.isEmpty()) {
            summary.append(" and %d derived features".formatted(derived.size()));
        }
        TrainingColumns.features().stream()
                .filter(field -> !fields().contains(field))
                .forEach(field -> summary.append("; leaves out ").append(field).append(known(field, customers)));
        int apart = parameters.maxBins() - 1;
        categories.stream()
                .filter(field -> customers.categories().getOrDefault(field, 0L) > apart)
                .forEach(field -> summary.append("; of the values of %s, about %d, distinguishes the %d most frequent"
                        .formatted(field, customers.categories().get(field), apart)));
        return summary.toString();
    }

    private static String known(String field, DataReport customers) {
        long known = customers.known(field);
        return known < KNOWN_AT_LEAST ? ", known of %d customers only".formatted(known) : "";
    }

    /** Returns the columns of the customers. */
    public List<String> fields() {
        return Stream.concat(numbers.stream(), categories.stream()).toList();
    }

    private ModelFeatures keeping(Predicate<String> field) {
        return new ModelFeatures(
                numbers.stream().filter(field).toList(),
                categories.stream().filter(field).toList(),
                derived.stream()
                        .filter(feature -> feature.fields().stream().allMatch(field))
                        .toList());
    }
}
