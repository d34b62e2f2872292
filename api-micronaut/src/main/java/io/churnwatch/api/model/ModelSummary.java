package io.churnwatch.api.model;

import io.churnwatch.model.MlflowPages;
import io.churnwatch.model.ModelRole;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import org.jdbi.v3.core.result.RowView;
import org.jspecify.annotations.Nullable;

/**
 * A model in a list.
 *
 * @param role its present role; null without one
 * @param since since when it has the role; null when it is the challenger only because it is the newest
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

    static ModelSummary of(RowView row, MlflowPages mlflow) {
        String experimentId = row.getColumn("mlflow_experiment_id", String.class);
        String runId = row.getColumn("mlflow_run_id", String.class);
        return new ModelSummary(
                row.getColumn("model_version", String.class),
                row.getColumn("algorithm", String.class),
                row.getColumn("stage", ModelStage.class),
                row.getColumn("role", ModelRole.class),
                row.getColumn("since", Instant.class),
                row.getColumn("trained_at", Instant.class),
                row.getColumn("training_rows", Integer.class),
                row.getColumn("roc_auc", Double.class),
                row.getColumn("pr_auc", Double.class),
                row.getColumn("brier", Double.class),
                row.getColumn("refused_because", String.class),
                row.getColumn("rejection_reason", String.class),
                row.getColumn("training_id", Long.class),
                runId,
                mlflow.run(experimentId, runId),
                mlflow.experiment(experimentId));
    }
}
