package io.churnwatch.training.publish;

import io.churnwatch.scoring.Features;
import io.churnwatch.scoring.NotScorableException;
import io.churnwatch.scoring.jpmml.JpmmlModel;
import io.churnwatch.training.data.RowFeatures;
import io.churnwatch.training.data.TrainingColumns;
import io.churnwatch.training.support.TrainingFailedException;
import io.churnwatch.training.train.FittedModel;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/**
 * Rejects a model unless every engine scores as Spark does: within 1e-12 of Spark, which adds up in another order, and bit for
 * bit the same among the engines.
 */
public final class ParityGate {
    private static final double TOLERANCE = 1e-12;

    private final List<NamedModel> engines;

    public ParityGate(List<NamedModel> engines) {
        this.engines = List.copyOf(engines);
    }

    /**
     * Every engine that a bank may score this model with. Each has to pass the verification rows that the model carries.
     *
     * @throws TrainingFailedException when an engine cannot read the model, or it fails those rows
     */
    public static ParityGate of(Pmml pmml) {
        return new ParityGate(
                List.of(new NamedModel("jpmml", verified(pmml)), new NamedModel("PmmlForest", pmml.forest())));
    }

    /**
     * Compares the engines with Spark on every probe.
     *
     * @throws TrainingFailedException naming the worst row and the score of each engine
     */
    public ParityReport check(FittedModel fitted, ParityProbes probes) {
        Tally tally = new Tally();
        Iterator<Row> rows = fitted.score(probes.rows()).toLocalIterator();
        while (rows.hasNext()) {
            tally.add(compare(fitted, rows.next()));
        }
        tally.requireNoMismatch();
        return new ParityReport(tally.rows, probes.thresholds(), tally.worstDifference);
    }

    private static JpmmlModel verified(Pmml pmml) {
        JpmmlModel model = JpmmlModel.read(pmml.bytes());
        try {
            model.verify();
        } catch (IllegalStateException e) {
            throw new TrainingFailedException("The model is refused. " + e.getMessage(), e);
        }
        return model;
    }

    private Comparison compare(FittedModel fitted, Row row) {
        List<Double> scores = new ArrayList<>();
        for (NamedModel engine : engines) {
            scores.add(score(engine, new RowFeatures(row)));
        }
        return new Comparison(row, fitted.probability(row), scores);
    }

    /** NaN, which equals nothing, where the engine refuses the row. */
    private static double score(NamedModel engine, Features features) {
        try {
            return engine.model().score(features);
        } catch (NotScorableException e) {
            return Double.NaN;
        }
    }

    private record Comparison(Row row, double spark, List<Double> scores) {
        /** How far the engines are from Spark; infinitely, when one refuses the row. */
        double difference() {
            return scores.stream()
                    .mapToDouble(score -> Double.isNaN(score) ? Double.POSITIVE_INFINITY : Math.abs(score - spark))
                    .max()
                    .orElse(0);
        }

        boolean matches() {
            return difference() <= TOLERANCE && scores.stream().distinct().count() <= 1;
        }
    }

    private final class Tally {
        private long rows;
        private long mismatches;
        private double worstDifference;
        private @Nullable Comparison worst;

        void add(Comparison comparison) {
            rows++;
            worstDifference = Math.max(worstDifference, comparison.difference());
            if (!comparison.matches()) {
                mismatches++;
                if (worst == null || comparison.difference() > worst.difference()) {
                    worst = comparison;
                }
            }
        }

        void requireNoMismatch() {
            if (worst != null) {
                throw new TrainingFailedException(
                        ("The model is refused: on %d of %d rows the engines do not score as Spark does. Worst on %s:"
                                        + " %s, with %s. The exported PMML is not the forest that was fitted; nothing was "
                                        + "published.")
                                .formatted(
                                        mismatches,
                                        rows,
                                        worst.row.getAs(ParityProbes.PROBE),
                                        scores(worst),
                                        features(worst)));
            }
        }
    }

    private String scores(Comparison comparison) {
        StringBuilder scores = new StringBuilder("Spark " + comparison.spark);
        for (int i = 0; i < engines.size(); i++) {
            double score = comparison.scores.get(i);
            scores.append(", ").append(engines.get(i).name()).append(' ');
            scores.append(Double.isNaN(score) ? "refuses it" : score);
        }
        return scores.toString();
    }

    private static String features(Comparison comparison) {
        return TrainingColumns.features().stream()
                .map(name -> name + " " + comparison.row.getAs(name))
                .collect(Collectors.joining(", "));
    }
}
