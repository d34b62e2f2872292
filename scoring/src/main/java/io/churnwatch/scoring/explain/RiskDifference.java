package io.churnwatch.scoring.explain;

import io.churnwatch.scoring.Features;
import io.churnwatch.scoring.NotScorableException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Why the risk moved from one score to the next, field by field, in two parts that add up: what the new data moved under the new
 * model, and what the new model moved on the old data: {@code dataChange() + modelChange() = after − before}.
 *
 * @param before the old model's probability for the old data
 * @param after the new model's probability for the new data
 * @param dataParts by field, in probability; they add up to f_new(x_new) − f_new(x_old)
 * @param modelParts by field, in probability; with {@code modelBase} they add up to f_new(x_old) − f_old(x_old)
 * @param modelBase what the models' means differ by; 0 when the model is the same
 */
public record RiskDifference(
        double before, double after, Map<String, Double> dataParts, Map<String, Double> modelParts, double modelBase) {

    /**
     * The difference between two scores of a customer.
     *
     * @throws UnsupportedOperationException when either model cannot be explained, see {@link ExplainableModel#whyNotExplainable}
     * @throws NotScorableException when the old model cannot score the old data, or the new model either
     */
    public static RiskDifference between(
            ExplainableModel oldModel, Features oldData, ExplainableModel newModel, Features newData)
            throws NotScorableException {
        Explanation was = oldModel.explain(oldData);
        Explanation now = newModel.explain(newData);
        Explanation between = oldModel == newModel ? was : newModel.explain(oldData);
        return between(was, between, now);
    }

    /**
     * The same, from explanations that are already there.
     *
     * @param was the old model's explanation of the old data
     * @param between the new model's of the old data; {@code was} when the model is the same
     * @param now the new model's of the new data
     */
    public static RiskDifference between(Explanation was, Explanation between, Explanation now) {
        return new RiskDifference(
                was.probability(),
                now.probability(),
                minus(now, between),
                minus(between, was),
                between.base() - was.base());
    }

    /** What the new data moved in all, in probability. */
    public double dataChange() {
        return sum(dataParts);
    }

    /** What the new model moved in all, in probability. */
    public double modelChange() {
        return modelBase + sum(modelParts);
    }

    private static double sum(Map<String, Double> parts) {
        return parts.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    private static Map<String, Double> minus(Explanation one, Explanation other) {
        Set<String> fields = new LinkedHashSet<>(one.contributions().keySet());
        fields.addAll(other.contributions().keySet());
        Map<String, Double> parts = new LinkedHashMap<>();
        fields.forEach(field -> parts.put(field, one.contribution(field) - other.contribution(field)));
        return parts;
    }
}
