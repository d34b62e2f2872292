package io.churnwatch.training.train;

import io.churnwatch.training.data.DataReport;
import io.churnwatch.training.data.TrainingColumns;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What a model looks at.
 *
 * @param numbers columns of the customers
 * @param categories columns of the customers
 * @param derived what SQL makes of the numbers
 */
public record ModelFeatures(List<String> numbers, List<String> categories, List<DerivedFeature> derived) {
    /** Of fewer customers nothing can be learnt, and a fold of them may have none at all. */
    private static final int KNOWN_AT_LEAST = 20;

    public ModelFeatures {
        numbers = List.copyOf(numbers);
        categories = List.copyOf(categories);
        derived = List.copyOf(derived);
    }

    /** All columns that a training reads. */
    public static ModelFeatures all() {
        return new ModelFeatures(TrainingColumns.numbers(), TrainingColumns.categories(), List.of());
    }

    /** Those that are known of at least some customers. */
    public ModelFeatures knownIn(DataReport customers) {
        return keeping(field -> customers.known(field) >= KNOWN_AT_LEAST);
    }

    /** Those but some. */
    public ModelFeatures without(Collection<String> fields) {
        return keeping(field -> !fields.contains(field));
    }

    /** With those derived features whose numbers are all there. */
    public ModelFeatures withDerived() {
        return new ModelFeatures(
                numbers,
                categories,
                DerivedFeature.ALL.stream()
                        .filter(feature -> numbers.containsAll(feature.fields()))
                        .toList());
    }

    /** What a person should know of them: how many there are, what is left out, and where values are thrown together. */
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
                .forEach(field -> summary.append("; of the values of %s, about %d, tells the %d most frequent apart"
                        .formatted(field, customers.categories().get(field), apart)));
        return summary.toString();
    }

    private static String known(String field, DataReport customers) {
        long known = customers.known(field);
        return known < KNOWN_AT_LEAST ? ", known of %d customers only".formatted(known) : "";
    }

    /** The columns of the customers. */
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
