package io.churnwatch.scoring;

import io.churnwatch.risk.RiskTrend;

/** Where a customer's last scores point. */
public final class RiskTrends {
    /** How many scores the trend looks at. */
    public static final int WINDOW = 5;

    /** A smaller move over the window counts as none, in probability. */
    static final double NOISE = 0.02;

    /**
     * The trend from the oldest to the newest score.
     *
     * @param scores probabilities, newest last; at most {@link #WINDOW} are looked at, fewer than two are stable
     */
    public static RiskTrend of(double[] scores) {
        if (scores.length < 2) {
            return RiskTrend.STABLE;
        }
        double move = scores[scores.length - 1] - scores[Math.max(0, scores.length - WINDOW)];
        if (move > NOISE) {
            return RiskTrend.RISING;
        }
        return move < -NOISE ? RiskTrend.FALLING : RiskTrend.STABLE;
    }

    private RiskTrends() {}
}
