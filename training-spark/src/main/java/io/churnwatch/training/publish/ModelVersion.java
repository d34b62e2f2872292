package io.churnwatch.training.publish;

import io.churnwatch.scoring.InputField;
import io.churnwatch.scoring.jpmml.JpmmlModel;
import io.churnwatch.store.training.Algorithm;
import io.churnwatch.training.data.DataReport;
import io.churnwatch.training.data.HoldOut;
import io.churnwatch.training.evaluate.Evaluation;
import io.churnwatch.training.evaluate.EvaluationDetails;
import io.churnwatch.training.evaluate.Interval;
import io.churnwatch.training.train.TreeParameters;
import io.churnwatch.training.train.TuningReport;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A model with its provenance, as it is published.
 *
 * @param trainingDataHash see {@link TrainingDataHash}
 */
public record ModelVersion(ModelIdentity identity, Pmml pmml, Metrics metrics, String trainingDataHash) {
    public String name() {
        return identity.name();
    }

    /** Returns the algorithm that fitted it. */
    public Algorithm algorithm() {
        return metrics.parameters().algorithm();
    }

    /** Returns the input fields. */
    public List<InputField> features() {
        return JpmmlModel.read(pmml.bytes()).inputFields();
    }

    /**
     * The column {@code model_version.metrics}.
     *
     * @param heldOut its quality
     * @param details of the quality
     * @param training the size of its training data
     * @param data counts of the customers
     * @param split the customers that it was evaluated on
     * @param parameters its shape
     * @param parity how the engines agreed on it
     * @param search for its shape; null if that was given
     */
    public record Metrics(
            Evaluation heldOut,
            EvaluationDetails details,
            TrainingRows training,
            DataReport data,
            HoldOut split,
            TreeParameters parameters,
            ParityReport parity,
            @Nullable Search search) {}

    /**
     * How a shape was found by cross-validation.
     *
     * @param tuning the shapes that were compared
     * @param brierGained what a calibration would gain; from above 0 on it is part of the model
     * @param calibrated whether it is
     */
    public record Search(TuningReport tuning, Interval brierGained, boolean calibrated) {}

    /** How many customers it was fitted to, and how many of them left. */
    public record TrainingRows(long customers, long exited) {
        /** All customers but the held-out ones. */
        public static TrainingRows without(Evaluation heldOut, DataReport all) {
            return new TrainingRows(all.kept() - heldOut.customers(), all.exited() - heldOut.exited());
        }
    }
}
