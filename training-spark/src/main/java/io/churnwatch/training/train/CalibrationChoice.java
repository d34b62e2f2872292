package io.churnwatch.training.train;

import io.churnwatch.training.evaluate.Bootstrap;
import io.churnwatch.training.evaluate.Interval;
import io.churnwatch.training.evaluate.Isotonic;
import io.churnwatch.training.evaluate.Metric;
import io.churnwatch.training.evaluate.ScoredCustomer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Whether a calibration improves the probabilities, by cross-validation: each fold is calibrated by a line that is fitted to the
 * other folds.
 *
 * @param brierGained by how much the Brier score falls
 * @param chosen the calibration, where that is more than chance
 */
public record CalibrationChoice(Interval brierGained, Optional<Isotonic> chosen) {
    /** Takes the scores of each fold by a model that was not fitted to it. */
    public static CalibrationChoice of(List<List<ScoredCustomer>> folds) {
        List<ScoredCustomer> raw = joined(folds);
        List<ScoredCustomer> calibrated = new ArrayList<>();
        for (int fold = 0; fold < folds.size(); fold++) {
            Isotonic byTheOthers = Isotonic.fit(joined(without(folds, fold)));
            folds.get(fold).stream().map(byTheOthers::of).forEach(calibrated::add);
        }
        Interval gained = Bootstrap.DEFAULT.ofDifference(Metric.BRIER, raw, calibrated);
        return new CalibrationChoice(gained, gained.low() > 0 ? Optional.of(Isotonic.fit(raw)) : Optional.empty());
    }

    private static List<List<ScoredCustomer>> without(List<List<ScoredCustomer>> folds, int left) {
        return IntStream.range(0, folds.size())
                .filter(fold -> fold != left)
                .mapToObj(folds::get)
                .toList();
    }

    private static List<ScoredCustomer> joined(List<List<ScoredCustomer>> folds) {
        return folds.stream().flatMap(List::stream).toList();
    }
}
