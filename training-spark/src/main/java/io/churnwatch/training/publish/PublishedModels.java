package io.churnwatch.training.publish;

import io.churnwatch.model.ModelRole;
import io.churnwatch.store.Database;
import io.churnwatch.store.DatabaseErrors;
import io.churnwatch.store.model.AlertConfigurations;
import io.churnwatch.store.model.ModelPromotions;
import io.churnwatch.store.model.ModelVersions;
import io.churnwatch.store.model.NewModelVersion;
import io.churnwatch.store.model.Promotion;
import io.churnwatch.store.model.PromotionRefusedException;
import io.churnwatch.training.support.TrainingFailedException;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

/**
 * The model versions in PostgreSQL. The first one becomes champion in the transaction that publishes it; later ones are
 * challengers until a person promotes them.
 */
public record PublishedModels(Database database) {
    private static final String PROMOTER = "training";

    /** Publishes the model in a transaction of its own; returns the role that it gets. */
    public ModelRole publish(TrainedModel model) {
        try {
            return database.inTransaction(handle -> publish(handle, model));
        } catch (JdbiException e) {
            String reason = DatabaseErrors.isDuplicate(e)
                    ? "a model of this name, or with the same content, already exists."
                    : DatabaseErrors.message(e);
            throw new TrainingFailedException(
                    "The model " + model.version().name() + " could not be published: " + reason
                            + " Nothing of it was stored; train again once the cause is gone.",
                    e);
        }
    }

    /** Returns the probability above which an alert is due now. */
    public double alertThreshold() {
        try (Handle handle = database.open()) {
            return AlertConfigurations.inForce(handle).highRiskThreshold();
        }
    }

    /** Returns the champion; empty before the first one. */
    public Optional<NamedModel> champion() {
        try (Handle handle = database.open()) {
            return ModelPromotions.latest(handle, ModelRole.CHAMPION)
                    .map(Promotion::toVersion)
                    .map(version -> model(handle, version));
        }
    }

    private static NamedModel model(Handle handle, String name) {
        byte[] gzip =
                ModelVersions.findModel(handle, name).orElseThrow().pmmlGzip(); // a promotion refers to its version
        return new NamedModel(name, Pmml.unzipped(gzip).engine());
    }

    /** Publishes in the caller's transaction. Two first trainings at once must not make two champions. */
    public static ModelRole publish(Handle handle, TrainedModel model) {
        ModelPromotions.lock(handle);
        boolean first = ModelPromotions.latest(handle, ModelRole.CHAMPION).isEmpty();
        ModelVersions.insert(handle, row(model));
        return first ? promote(handle, model.version()) : ModelRole.CHALLENGER;
    }

    private static ModelRole promote(Handle handle, ModelVersion version) {
        try {
            return ModelPromotions.promote(handle, ModelRole.CHAMPION, version.name(), PROMOTER, "The first model")
                    .role();
        } catch (PromotionRefusedException e) {
            return ModelRole.CHALLENGER; // the gate rejects it, and gives the reason to the person who promotes it
        }
    }

    private static NewModelVersion row(TrainedModel model) {
        ModelVersion version = model.version();
        return new NewModelVersion(
                version.name(),
                version.algorithm().fullName(),
                version.pmml().gzip(),
                version.pmml().sha256(),
                RecordJson.write(version.metrics()),
                RecordJson.write(version.features()),
                version.metrics().training().customers(),
                version.trainingDataHash(),
                version.identity().trainedAt(),
                RecordJson.write(Lineage.here()),
                BaselineJson.write(model.baseline()),
                model.artifacts().stream().collect(Collectors.toMap(Artifact::name, Artifact::bytes)));
    }
}
