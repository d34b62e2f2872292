package io.churnwatch.training.monitor;

import static org.apache.spark.sql.functions.col;

import io.churnwatch.scoring.InputField;
import io.churnwatch.scoring.drift.CategoryBins;
import io.churnwatch.scoring.drift.FieldBaseline;
import io.churnwatch.scoring.drift.NumberBins;
import io.churnwatch.training.data.RowFeatures;
import io.churnwatch.training.data.TrainingColumns;
import io.churnwatch.training.evaluate.ScoredCustomer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The distributions that live customers are compared with later: of a model's fields where it learnt, and of its scores where it
 * did not. Only customers who stayed count: those who have left are not in the feed, and their absence is no drift.
 */
public final class TrainingBaseline {
    /** In shares of the customers, for each edge. */
    private static final double QUANTILE_ERROR = 0.001;

    /**
     * The baseline of a model.
     *
     * @param training the customers that it was fitted to
     * @param fields the inputs of the model
     * @param heldOut its scores of customers that it was not fitted to; it is more certain of the others
     */
    public static List<FieldBaseline> of(Dataset<Row> training, List<InputField> fields, List<ScoredCustomer> heldOut) {
        List<FieldBaseline> baseline =
                features(training.filter(col(TrainingColumns.EXITED).equalTo(0)), fields);
        baseline.add(scores(heldOut.stream()
                .filter(customer -> !customer.exited())
                .mapToDouble(ScoredCustomer::probability)
                .toArray()));
        return baseline;
    }

    private static List<FieldBaseline> features(Dataset<Row> training, List<InputField> fields) {
        List<BinCounts.Field> counted = new ArrayList<>(numbers(training, names(fields, InputField.Kind.NUMBER)));
        for (String category : names(fields, InputField.Kind.CATEGORY)) {
            counted.add(new BinCounts.Field(category, CategoryBins.ofCounts(mostFrequent(training, category))));
        }
        List<FieldBaseline> baseline = new ArrayList<>();
        List<long[]> counts = BinCounts.of(training, counted, RowFeatures::new);
        for (int i = 0; i < counts.size(); i++) {
            baseline.add(baseline(counted.get(i), counts.get(i)));
        }
        return baseline;
    }

    private static List<BinCounts.Field> numbers(Dataset<Row> training, List<String> names) {
        double[][] quantiles =
                training.stat().approxQuantile(names.toArray(String[]::new), NumberBins.shares(), QUANTILE_ERROR);
        return IntStream.range(0, names.size())
                .mapToObj(i -> new BinCounts.Field(names.get(i), NumberBins.ofQuantiles(quantiles[i])))
                .toList();
    }

    private static Map<String, Long> mostFrequent(Dataset<Row> training, String category) {
        Map<String, Long> counts = new HashMap<>();
        training.filter(col(category).isNotNull())
                .groupBy(category)
                .count()
                .orderBy(col("count").desc(), col(category))
                .limit(CategoryBins.VALUES_MAX)
                .collectAsList()
                .forEach(value -> counts.put(value.getString(0), value.getLong(1)));
        return counts;
    }

    private static FieldBaseline scores(double[] heldOut) {
        NumberBins bins = NumberBins.ofValues(heldOut);
        long[] counts = new long[bins.size()];
        for (double score : heldOut) {
            counts[bins.binOf(score)]++;
        }
        return baseline(new BinCounts.Field(FieldBaseline.SCORE, bins), counts);
    }

    private static FieldBaseline baseline(BinCounts.Field field, long[] counts) {
        return new FieldBaseline(
                field.name(), field.bins(), Arrays.stream(counts).boxed().toList());
    }

    private static List<String> names(List<InputField> fields, InputField.Kind kind) {
        return fields.stream()
                .filter(field -> field.kind() == kind)
                .map(InputField::name)
                .toList();
    }

    private TrainingBaseline() {}
}
