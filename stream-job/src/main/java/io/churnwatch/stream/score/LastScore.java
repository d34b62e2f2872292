package io.churnwatch.stream.score;

import io.churnwatch.risk.RiskScored;
import io.churnwatch.scoring.RiskTrends;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The last score of a customer. Part of {@link CustomerState}, and of its limits.
 *
 * @param sequence 1, 2, 3 … per customer
 * @param probabilities the last scores, newest last, for the trend; at least one
 * @param modelVersion the model of the last one
 * @param highRisk whether the last one was above the threshold that judged it
 * @param valueAtRisk of the last one; null when unknown
 */
public record LastScore(
        long sequence,
        double[] probabilities,
        String modelVersion,
        boolean highRisk,
        @Nullable Double valueAtRisk) {

    static LastScore of(RiskScored score, double[] probabilities) {
        return new LastScore(
                score.turn().sequence(),
                probabilities,
                score.versions().modelVersion(),
                score.risk().highRisk(),
                score.valueAtRisk());
    }

    double probability() {
        return probabilities[probabilities.length - 1];
    }

    /** Appends the next score, and drops the oldest one when there are enough. */
    static double[] append(@Nullable LastScore last, double next) {
        double[] before = last == null ? new double[0] : last.probabilities;
        int kept = Math.min(before.length, RiskTrends.WINDOW - 1);
        double[] probabilities = Arrays.copyOfRange(before, before.length - kept, before.length + 1);
        probabilities[kept] = next;
        return probabilities;
    }
}
