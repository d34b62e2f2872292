package io.churnwatch.training.publish;

import io.churnwatch.scoring.InputField;
import io.churnwatch.scoring.jpmml.JpmmlModel;
import io.churnwatch.training.data.CleanCustomers;
import io.churnwatch.training.evaluate.Evaluation;
import io.churnwatch.training.train.ForestParameters;
import java.util.List;

/**
 * A model with its provenance, as it is published.
 *
 * @param trainingDataHash see {@link TrainingDataHash}
 */
public record ModelVersion(ModelIdentity identity, Pmml pmml, Metrics metrics, String trainingDataHash) {
    /** What made it. */
    static final String ALGORITHM = "random-forest";

    public String name() {
        return identity.name();
    }

    /** The schema: the fields that the model looks at. */
    public List<InputField> features() {
        return JpmmlModel.read(pmml.bytes()).inputFields();
    }

    /**
     * What is stored as {@code model_version.metrics}.
     *
     * @param heldOut how good it is
     * @param training what it has seen
     * @param forest its shape
     * @param parity how the engines agreed on it
     */
    public record Metrics(Evaluation heldOut, TrainingRows training, ForestParameters forest, ParityReport parity) {}

    /** How many customers it was fitted to, and how many of them left. */
    public record TrainingRows(long customers, long exited) {
        /** All customers but the held-out ones. */
        public static TrainingRows without(Evaluation heldOut, CleanCustomers all) {
            return new TrainingRows(all.count() - heldOut.customers(), all.exited() - heldOut.exited());
        }
    }
}
