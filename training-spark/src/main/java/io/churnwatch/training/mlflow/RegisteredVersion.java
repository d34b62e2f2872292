package io.churnwatch.training.mlflow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.churnwatch.store.model.MlflowBacklog;
import io.churnwatch.store.model.ModelVersions;
import io.churnwatch.training.publish.Artifact;
import io.churnwatch.training.publish.Pmml;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * A model of the registry with all that MLflow shows of it.
 *
 * @param facts the other columns of its row, and the parameters and times of the job that trained it
 * @param files what belongs to it, the model itself first
 */
record RegisteredVersion(String name, Instant trainedAt, JsonNode metrics, JsonNode facts, List<Artifact> files) {
    /** Where the model itself is among the files. */
    static final String MODEL_FOLDER = "model";

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The oldest one that MLflow does not have. */
    static Optional<RegisteredVersion> oldestMissing(Handle handle) {
        return MlflowBacklog.oldest(handle).map(version -> of(version, files(handle, version)));
    }

    private static RegisteredVersion of(MlflowBacklog.Version version, List<Artifact> files) {
        return new RegisteredVersion(
                version.modelVersion(), version.trainedAt(), json(version.metrics()), json(version.facts()), files);
    }

    private static List<Artifact> files(Handle handle, MlflowBacklog.Version version) {
        List<Artifact> files = new ArrayList<>();
        files.add(new Artifact(
                MODEL_FOLDER + "/model.pmml", Pmml.unzipped(version.pmmlGzip()).bytes()));
        ModelVersions.artifacts(handle, version.modelVersion())
                .forEach((name, content) -> files.add(new Artifact(name, content)));
        return files;
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("PostgreSQL writes JSON", e);
        }
    }
}
