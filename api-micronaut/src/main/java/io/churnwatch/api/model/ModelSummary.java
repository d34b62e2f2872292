package io.churnwatch.api.model;

import io.churnwatch.api.database.Row;
import io.churnwatch.model.MlflowPages;
import io.churnwatch.model.ModelRole;
import io.micronaut.serde.annotation.Serdeable;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A model as a list shows it.
 *
 * @param role what it does now; null when nothing
 * @param since from when on it does; null when it is the challenger only because it is the newest
 * @param rocAuc on held-out customers, as are the other metrics
 * @param refusedBecause why the job cannot load it; null when it can, or has not tried
 * @param rejectionReason why a person rejected it
 * @param trainingId the training that made it; null when it was trained by the command alone
 * @param mlflowRunId its run in MLflow, once it is there
 * @param mlflowRunUrl the page of that run; null as long as there is none, and where it is not known where MLflow's pages are
 * @param mlflowExperimentUrl the page that compares it with other runs, or null likewise
 */
@Serdeable.Serializable
public record ModelSummary(
        String modelVersion,
        String algorithm,
        ModelStage stage,
        @Nullable ModelRole role,
        @Nullable Instant since,
        Instant trainedAt,
        int trainingRows,
        @Nullable Double rocAuc,
        @Nullable Double prAuc,
        @Nullable Double brier,
        @Nullable String refusedBecause,
        @Nullable String rejectionReason,
        @Nullable Long trainingId,
        @Nullable String mlflowRunId,
        @Nullable String mlflowRunUrl,
        @Nullable String mlflowExperimentUrl) {

    static ModelSummary of(Row row, MlflowPages mlflow) throws SQLException {
        String experimentId = row.textOrNull("mlflow_experiment_id");
        String runId = row.textOrNull("mlflow_run_id");
        return new ModelSummary(
                row.text("model_version"),
                row.text("algorithm"),
                row.choice("stage", ModelStage.class),
                row.choiceOrNull("role", ModelRole.class),
                row.instantOrNull("since"),
                row.instant("trained_at"),
                row.integer("training_rows"),
                row.numberOrNull("roc_auc"),
                row.numberOrNull("pr_auc"),
                row.numberOrNull("brier"),
                row.textOrNull("refused_because"),
                row.textOrNull("rejection_reason"),
                row.countOrNull("training_id"),
                runId,
                mlflow.run(experimentId, runId),
                mlflow.experiment(experimentId));
    }
}
