package io.churnwatch.api.risk;

import io.churnwatch.model.MlflowPages;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import org.jdbi.v3.core.result.RowView;
import org.jspecify.annotations.Nullable;

/**
 * The champion.
 *
 * @param rocAuc as measured on held-out customers
 * @param effectiveAt since when it answers
 * @param mlflowRunUrl the page of its run in MLflow; null as long as there is none, and where it is not known where MLflow's pages are
 * @param mlflowExperimentUrl the page that compares it with other runs, or null likewise
 */
@Serdeable.Serializable
public record ChampionModel(
        String modelVersion,
        String algorithm,
        Instant trainedAt,
        @Nullable Double rocAuc,
        Instant effectiveAt,
        @Nullable String mlflowRunUrl,
        @Nullable String mlflowExperimentUrl) {

    static ChampionModel of(RowView row, MlflowPages mlflow) {
        String experimentId = row.getColumn("mlflow_experiment_id", String.class);
        return new ChampionModel(
                row.getColumn("model_version", String.class),
                row.getColumn("algorithm", String.class),
                row.getColumn("trained_at", Instant.class),
                row.getColumn("roc_auc", Double.class),
                row.getColumn("effective_at", Instant.class),
                mlflow.run(experimentId, row.getColumn("mlflow_run_id", String.class)),
                mlflow.experiment(experimentId));
    }
}
