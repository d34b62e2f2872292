package io.churnwatch.cli.models;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.churnwatch.Sha256;
import io.churnwatch.local.CommandFailedException;
import io.churnwatch.model.MlflowPages;
import io.churnwatch.store.Database;
import io.churnwatch.store.model.ModelOverview;
import io.churnwatch.store.model.ModelVersions;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;

/** One version in the registry, and all that belongs to it. */
record StoredModel(Database database, String version) {
    private static final JsonMapper JSON = new JsonMapper();

    /** Returns its details as JSON, with links to its pages in MLflow. */
    String sheet(MlflowPages mlflow) {
        String sheet = database.inTransaction(handle -> ModelOverview.sheet(handle, version))
                .orElseThrow(this::unknown);
        return withLinks(sheet, mlflow);
    }

    private static String withLinks(String json, MlflowPages mlflow) {
        try {
            ObjectNode sheet = JSON.readValue(json, ObjectNode.class);
            String experimentId = sheet.path("mlflow_experiment_id").textValue();
            sheet.put("mlflow_experiment_url", mlflow.experiment(experimentId));
            sheet.put(
                    "mlflow_run_url",
                    mlflow.run(experimentId, sheet.path("mlflow_run_id").textValue()));
            return sheet.toPrettyString();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("PostgreSQL writes JSON", e);
        }
    }

    /** The PMML, checked against the hash in the registry. */
    byte[] pmml() {
        return database.inTransaction(handle -> ModelVersions.findModel(handle, version))
                .map(this::unzipped)
                .orElseThrow(this::unknown);
    }

    private byte[] unzipped(ModelVersions.ZippedModel model) {
        try (GZIPInputStream stream = new GZIPInputStream(new ByteArrayInputStream(model.pmmlGzip()))) {
            byte[] pmml = stream.readAllBytes();
            if (!Sha256.hex(pmml).equals(model.sha256())) {
                throw CommandFailedException.failed(
                        "The bytes of " + version + " do not hash to the SHA-256 of the registry.");
            }
            return pmml;
        } catch (IOException e) {
            throw CommandFailedException.failed("The bytes of " + version + " are broken: " + e);
        }
    }

    private CommandFailedException unknown() {
        return CommandFailedException.failed(
                "There is no model " + version + "; './churnwatch models list' shows them.");
    }
}
