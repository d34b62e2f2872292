package io.churnwatch.scoring.jpmml.parity;

import io.churnwatch.feed.AttributeValue;
import io.churnwatch.scoring.InputField;
import io.churnwatch.scoring.NotScorableException;
import io.churnwatch.scoring.forest.ForestScorer;
import io.churnwatch.scoring.pmml.PmmlForest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The values of a field at which a model could go wrong: the neighbours of every split point, found from outside by bisection on the
 * model's ranks, so that the split points of derived fields are found in the units of the raw ones; then what is extreme,
 * unseen, of the wrong type, or missing.
 */
final class BoundaryValues {
    private static final double RANGE = 1e7;
    private static final int SPLITS_MAX = 20_000;

    private final ForestScorer scorer;
    private final int field;
    private final double[] row;
    private final List<Double> splits = new ArrayList<>();

    private BoundaryValues(ForestScorer scorer, int field, double[] row) {
        this.scorer = scorer;
        this.field = field;
        this.row = row.clone();
    }

    /**
     * The values of every field, null among them for missing.
     *
     * @param typical a customer, whose other values stay while one is moved
     */
    static Map<String, List<@Nullable AttributeValue>> of(PmmlForest forest, Map<String, AttributeValue> typical)
            throws NotScorableException {
        double[] row = forest.encode(typical::get);
        Map<String, List<@Nullable AttributeValue>> values = new HashMap<>();
        for (int f = 0; f < row.length; f++) {
            InputField field = forest.inputFields().get(f);
            List<@Nullable AttributeValue> ofField = new ArrayList<>(oddities());
            if (field.kind() == InputField.Kind.NUMBER) {
                new BoundaryValues(forest.scorer(), f, row).numbers().forEach(x -> ofField.add(AttributeValue.of(x)));
            } else {
                field.categories().forEach(category -> ofField.add(AttributeValue.of(category)));
            }
            values.put(field.name(), ofField);
        }
        return values;
    }

    private static List<@Nullable AttributeValue> oddities() {
        List<@Nullable AttributeValue> values = new ArrayList<>();
        values.add(null);
        for (String text : List.of("", "Atlantis", "NaN", "INF", "-INF", "2.5", "true", "N/A", "-999")) {
            values.add(AttributeValue.of(text));
        }
        for (double number : new double[] {
            0, -0.0, 1, -1, 0.5, 2, Double.MAX_VALUE, -Double.MAX_VALUE, Double.MIN_VALUE, -Double.MIN_VALUE, 1e10, 3e9
        }) {
            values.add(AttributeValue.of(number));
        }
        return values;
    }

    private List<Double> numbers() {
        search(-RANGE, RANGE, ranks(-RANGE), ranks(RANGE));
        List<Double> numbers = new ArrayList<>();
        for (double below : splits) {
            double above = Math.nextUp(below);
            numbers.addAll(List.of(Math.nextDown(below), below, above, Math.nextUp(above)));
        }
        return numbers;
    }

    /** Finds the last value before each change of the ranks, in (low, high]. */
    private void search(double low, double high, int[] lowRanks, int[] highRanks) {
        if (Arrays.equals(lowRanks, highRanks) || splits.size() >= SPLITS_MAX) {
            return;
        }
        double middle = low + (high - low) / 2;
        if (middle <= low || middle >= high) {
            splits.add(low);
            return;
        }
        int[] ranks = ranks(middle);
        search(low, middle, lowRanks, ranks);
        search(middle, high, ranks, highRanks);
    }

    private int[] ranks(double value) {
        row[field] = value;
        return scorer.ranksToExplain(row).clone();
    }
}
