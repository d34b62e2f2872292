package io.churnwatch.training.evaluate;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The quality of a model in detail, beyond the few numbers of {@link Evaluation}.
 *
 * @param intervals in which its metrics lie
 * @param lift by share of the customers called
 * @param bins mean probability and share who left, by probability
 * @param segments its quality on parts of the customers
 * @param importances of the fields
 * @param champion how it compares with the champion; null before the first one
 * @param complete how it compares with a model that sees what it must not; null if it sees everything
 * @param learningCurve null unless asked for
 */
public record EvaluationDetails(
        Map<Metric, Interval> intervals,
        List<Lift> lift,
        List<Calibration.Bin> bins,
        List<Segment> segments,
        List<FieldImportance> importances,
        @Nullable PairedComparison champion,
        @Nullable PairedComparison complete,
        @Nullable LearningCurve learningCurve) {
    /** Returns the ROC AUC and the comparisons in one line. */
    public String summary() {
        Interval rocAuc = intervals.getOrDefault(Metric.ROC_AUC, new Interval(Double.NaN, Double.NaN));
        String summary = String.format(Locale.ROOT, "ROC AUC from %.4f to %.4f", rocAuc.low(), rocAuc.high());
        return Stream.of(champion, complete)
                .filter(Objects::nonNull)
                .map(PairedComparison::summary)
                .reduce(summary, (left, right) -> left + "; " + right);
    }
}
