package io.churnwatch.stream.rollup;

import io.churnwatch.stream.score.Standing;
import org.jspecify.annotations.Nullable;

/**
 * A sum over customers, in whole numbers: what is added and taken away a billion times leaves no trace, in whatever order.
 *
 * @param exited of the customers, those known to have left
 * @param highRisk of the customers, those above the threshold that judged their last score
 * @param probabilityBillionths the sum of the probabilities, each rounded to a billionth
 * @param valueAtRiskCents of the customers who have not left, each rounded to a cent
 */
public record RiskSum(long customers, long exited, long highRisk, long probabilityBillionths, long valueAtRiskCents) {
    public static final RiskSum ZERO = new RiskSum(0, 0, 0, 0, 0);

    private static final double BILLION = 1e9;

    /** The sum over one customer. */
    static RiskSum of(Standing standing) {
        Double valueAtRisk = standing.valueAtRisk();
        return new RiskSum(
                1,
                standing.exited() ? 1 : 0,
                standing.highRisk() ? 1 : 0,
                (long) Math.rint(standing.probability() * BILLION),
                standing.exited() || valueAtRisk == null ? 0 : (long) Math.rint(valueAtRisk * 100));
    }

    RiskSum plus(RiskSum other) {
        return new RiskSum(
                customers + other.customers,
                exited + other.exited,
                highRisk + other.highRisk,
                probabilityBillionths + other.probabilityBillionths,
                valueAtRiskCents + other.valueAtRiskCents);
    }

    RiskSum minus(RiskSum other) {
        return plus(other.negated());
    }

    RiskSum negated() {
        return new RiskSum(-customers, -exited, -highRisk, -probabilityBillionths, -valueAtRiskCents);
    }

    /** Null without customers. */
    public @Nullable Double meanProbability() {
        return customers == 0 ? null : probabilityBillionths / BILLION / customers;
    }
}
