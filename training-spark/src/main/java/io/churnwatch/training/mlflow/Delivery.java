package io.churnwatch.training.mlflow;

import io.churnwatch.training.publish.Artifact;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.mlflow.api.proto.ModelRegistry.ModelVersion;
import org.mlflow.api.proto.Service.CreateRun;
import org.mlflow.api.proto.Service.Experiment;
import org.mlflow.api.proto.Service.Metric;
import org.mlflow.api.proto.Service.Param;
import org.mlflow.api.proto.Service.Run;
import org.mlflow.api.proto.Service.RunInfo;
import org.mlflow.api.proto.Service.RunStatus;
import org.mlflow.api.proto.Service.RunTag;
import org.mlflow.api.proto.Service.ViewType;
import org.mlflow.tracking.MlflowClient;

/**
 * Delivers one model to MLflow: a run with parameters, metrics, tags and files, and a version of the registered model. After a
 * failure the next delivery continues the run that it finds, so that there is one run per model.
 */
final class Delivery {
    /** The name of the experiment and of the registered model. */
    static final String NAME = "churnwatch";

    private static final int PARAMETERS_PER_BATCH = 100; // MLflow takes no more at once

    private final TrackingServer server;
    private final MlflowClient client;

    Delivery(TrackingServer server) {
        this.server = server;
        this.client = server.client();
    }

    /** Where MLflow has a model. */
    record Place(String experimentId, String runId) {}

    /** Delivers a model, and returns its place. */
    Place deliver(RegisteredVersion version) {
        RunContent content = RunContent.of(version);
        RunInfo run = findOrCreateRun(version);
        log(run.getRunId(), version, content);
        for (Artifact file : version.files()) {
            server.upload(run.getArtifactUri(), file.name(), file.bytes());
        }
        register(run.getRunId(), content);
        client.setTerminated(
                run.getRunId(),
                RunStatus.FINISHED,
                version.facts().path("finished_ms").asLong());
        return new Place(run.getExperimentId(), run.getRunId());
    }

    private RunInfo findOrCreateRun(RegisteredVersion version) {
        String experiment = experiment();
        String sameModel = "tags.`%s` = '%s'".formatted(RunContent.VERSION_TAG, version.name());
        List<Run> found = client.searchRuns(List.of(experiment), sameModel, ViewType.ACTIVE_ONLY, 1)
                .getItems();
        if (!found.isEmpty()) {
            return found.get(0).getInfo();
        }
        return client.createRun(CreateRun.newBuilder()
                .setExperimentId(experiment)
                .setStartTime(version.facts().path("started_ms").asLong())
                .addTags(tag(RunContent.VERSION_TAG, version.name()))
                .build());
    }

    private String experiment() {
        return client.searchExperiments("name = '" + NAME + "'").getItems().stream()
                .findFirst()
                .map(Experiment::getExperimentId)
                .orElseGet(() -> client.createExperiment(NAME));
    }

    /** Every metric at the time of the training: logged twice, it is the same. */
    private void log(String runId, RegisteredVersion version, RunContent content) {
        List<Metric> metrics = new ArrayList<>();
        content.metrics()
                .forEach((name, value) ->
                        metrics.add(metric(name, value, version.trainedAt().toEpochMilli())));
        List<RunTag> tags = new ArrayList<>();
        content.tags().forEach((name, value) -> tags.add(tag(name, value)));
        client.logBatch(runId, metrics, List.of(), tags);
        List<Param> parameters = new ArrayList<>();
        content.parameters().forEach((name, value) -> parameters.add(parameter(name, value)));
        for (int from = 0; from < parameters.size(); from += PARAMETERS_PER_BATCH) {
            int to = Math.min(parameters.size(), from + PARAMETERS_PER_BATCH);
            client.logBatch(runId, List.of(), parameters.subList(from, to), List.of());
        }
    }

    private void register(String runId, RunContent content) {
        server.ensureRegisteredModel(NAME);
        if (versions(runId).isEmpty()) {
            Map<String, String> tags = content.versionTags();
            server.createModelVersion(NAME, runId, "runs:/" + runId + "/" + RegisteredVersion.MODEL_FOLDER, tags);
        }
    }

    /** Returns the version of a run, none or one. */
    List<ModelVersion> versions(String runId) {
        return client.searchModelVersions("run_id='" + runId + "'").getItems();
    }

    private static Metric metric(String name, double value, long time) {
        return Metric.newBuilder()
                .setKey(name)
                .setValue(value)
                .setTimestamp(time)
                .setStep(0)
                .build();
    }

    private static Param parameter(String name, String value) {
        return Param.newBuilder().setKey(name).setValue(value).build();
    }

    private static RunTag tag(String name, String value) {
        return RunTag.newBuilder().setKey(name).setValue(value).build();
    }
}
