package io.churnwatch.scoring.explain;

import io.churnwatch.risk.Reason;
import io.churnwatch.scoring.Features;
import io.churnwatch.scoring.NotScorableException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Turns contributions into reasons that a bank's analyst can use: "3 products held: +18 points; of customers with 3 or more
 * products the model expects 79 % to leave, of all 20 %". The figures come from the model itself.
 */
public final class Reasons {
    /** Contributions that would not be seen in points are no reason. */
    private static final double CONTRIBUTION_MIN = 0.005;

    private static final int REASONS_MAX = 5;

    /**
     * Why the score of these features is what it is.
     *
     * @return at most five, strongest first; none for contributions of less than half a point
     * @throws UnsupportedOperationException when the model cannot be explained, see {@link ExplainableModel#whyNotExplainable}
     * @throws NotScorableException as {@link ExplainableModel#explain}
     */
    public static List<Reason> of(ExplainableModel model, Features features) throws NotScorableException {
        return of(model, features, model.explain(features).contributions());
    }

    /**
     * Reasons for contributions that are known already, as those of a {@link RiskDifference}.
     *
     * @param features that the reasons speak of
     * @param contributions in probability, by the name of the field
     * @return as {@link #of(ExplainableModel, Features)}
     * @throws UnsupportedOperationException when the model cannot be explained
     * @throws NotScorableException when the model refuses a value
     */
    public static List<Reason> of(ExplainableModel model, Features features, Map<String, Double> contributions)
            throws NotScorableException {
        List<Map.Entry<String, Double>> strongest = contributions.entrySet().stream()
                .filter(entry -> Math.abs(entry.getValue()) >= CONTRIBUTION_MIN)
                .sorted(Comparator.comparingDouble(entry -> -Math.abs(entry.getValue())))
                .limit(REASONS_MAX)
                .toList();
        List<Reason> reasons = new ArrayList<>();
        for (Map.Entry<String, Double> entry : strongest) {
            reasons.add(reason(model, features, entry.getKey(), entry.getValue()));
        }
        return reasons;
    }

    private static Reason reason(ExplainableModel model, Features features, String field, double contribution)
            throws NotScorableException {
        Optional<FieldEffect> effect = model.effect(field, features).filter(found -> agrees(found, contribution));
        String head = FieldPhrases.value(field, features.value(field)) + ": " + points(contribution);
        String text =
                effect.map(found -> head + "; " + comparison(field, found)).orElse(head);
        String code = field + "." + effect.map(FieldPhrases::code).orElse(contribution > 0 ? "raises" : "lowers");
        return new Reason(code, field, contribution, text);
    }

    /** Together with other fields a value can push the other way than alone: then its own effect is no explanation. */
    private static boolean agrees(FieldEffect effect, double contribution) {
        return (effect.probability() - effect.average()) * contribution > 0;
    }

    private static String comparison(String field, FieldEffect effect) {
        return "of customers " + FieldPhrases.range(field, effect) + " the model expects "
                + percent(effect.probability()) + " to leave, of all " + percent(effect.average());
    }

    private static String percent(double share) {
        return Decimals.whole(100 * share) + "\u00a0%";
    }

    private static String points(double contribution) {
        double points = Math.abs(100 * contribution);
        String figure = points < 9.95 ? Decimals.oneDigit(points) : Decimals.whole(points);
        return (contribution < 0 ? "−" : "+") + figure + " points";
    }

    private Reasons() {}
}
