package io.churnwatch.training.evaluate;

import io.churnwatch.feed.AttributeValue;
import io.churnwatch.feed.ProfileField;
import io.churnwatch.scoring.Features;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The quality of a model on a part of the customers: a model that is fair to all of them together may be unfair to some.
 *
 * @param field by which they are divided
 * @param value that these have
 * @param shareExited of them who left
 * @param meanProbability the mean of their scores
 * @param rocAuc null where all left or all stayed
 * @param alerts how many would have been raised
 * @param precision share of these alerts that were right, null without one
 * @param recall share of those who left that an alert named, null where no customer left
 */
public record Segment(
        String field,
        String value,
        int customers,
        double shareExited,
        double meanProbability,
        @Nullable Double rocAuc,
        long alerts,
        @Nullable Double precision,
        @Nullable Double recall) {
    private static final String UNKNOWN = "unknown";
    private static final int DECADE = 10;
    private static final int YOUNGEST_DECADE = 20;
    private static final int OLDEST_DECADE = 60;

    /** A field with a thousand values would make a thousand segments without meaning. */
    private static final int SEGMENTS_PER_FIELD = 12;

    /** By geography, gender and age group. */
    public static List<Segment> of(List<JudgedCustomer> customers, double alertThreshold) {
        List<Segment> segments = new ArrayList<>();
        segments.addAll(by("geography", text(ProfileField.GEOGRAPHY), customers, alertThreshold));
        segments.addAll(by("gender", text(ProfileField.GENDER), customers, alertThreshold));
        segments.addAll(by("age", Segment::ageGroup, customers, alertThreshold));
        return segments;
    }

    private static List<Segment> by(
            String field, Function<Features, String> value, List<JudgedCustomer> customers, double alertThreshold) {
        Map<String, List<ScoredCustomer>> parts = customers.stream()
                .collect(Collectors.groupingBy(
                        customer -> value.apply(customer.features()),
                        TreeMap::new,
                        Collectors.mapping(JudgedCustomer::scored, Collectors.toList())));
        return parts.entrySet().stream()
                .map(part -> of(field, part.getKey(), part.getValue(), alertThreshold))
                .sorted(Comparator.comparingInt(Segment::customers).reversed())
                .limit(SEGMENTS_PER_FIELD)
                .sorted(Comparator.comparing(Segment::value))
                .toList();
    }

    private static Segment of(String field, String value, List<ScoredCustomer> customers, double alertThreshold) {
        Confusion confusion = Confusion.at(alertThreshold, customers);
        return new Segment(
                field,
                value,
                customers.size(),
                customers.stream().filter(ScoredCustomer::exited).count() / (double) customers.size(),
                customers.stream()
                        .mapToDouble(ScoredCustomer::probability)
                        .average()
                        .orElse(0),
                known(Metric.ROC_AUC.of(customers)),
                confusion.truePositives() + confusion.falsePositives(),
                known(confusion.precision()),
                known(confusion.recall()));
    }

    private static Function<Features, String> text(ProfileField field) {
        return features -> {
            AttributeValue value = features.value(field.column());
            return value == null ? UNKNOWN : value.asText();
        };
    }

    private static String ageGroup(Features features) {
        AttributeValue age = features.value(ProfileField.AGE.column());
        if (age == null) {
            return UNKNOWN;
        }
        int decade = (int) Double.parseDouble(age.asText()) / DECADE * DECADE;
        if (decade < YOUNGEST_DECADE) {
            return "under " + YOUNGEST_DECADE;
        }
        return decade >= OLDEST_DECADE ? OLDEST_DECADE + " and over" : decade + "–" + (decade + DECADE - 1);
    }

    private static @Nullable Double known(double value) {
        return Double.isNaN(value) ? null : value;
    }
}
