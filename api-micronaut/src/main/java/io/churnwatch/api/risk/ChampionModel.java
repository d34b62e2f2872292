package io.churnwatch.api.risk;

import io.churnwatch.api.database.Row;
import io.churnwatch.model.MlflowPages;
import io.micronaut.serde.annotation.Serdeable;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The model that answers.
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

    static ChampionModel of(Row row, MlflowPages mlflow) throws SQLException {
        String experimentId = row.textOrNull("mlflow_experiment_id");
        return new ChampionModel(
                row.text("model_version"),
                row.text("algorithm"),
                row.instant("trained_at"),
                row.numberOrNull("roc_auc"),
                row.instant("effective_at"),
                mlflow.run(experimentId, row.textOrNull("mlflow_run_id")),
                mlflow.experiment(experimentId));
    }
}
