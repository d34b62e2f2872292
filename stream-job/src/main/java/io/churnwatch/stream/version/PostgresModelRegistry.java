package io.churnwatch.stream.version;

import io.churnwatch.model.ControlMessage;
import io.churnwatch.scoring.pmml.document.MalformedPmmlException;
import io.churnwatch.scoring.pmml.document.ZippedPmml;
import io.churnwatch.store.DatabaseErrors;
import io.churnwatch.store.model.AlertConfigurations;
import io.churnwatch.store.model.ModelPromotions;
import io.churnwatch.store.model.ModelStatuses;
import io.churnwatch.store.model.ModelVersions;
import io.churnwatch.stream.config.DatabaseConfig;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

/**
 * The registry in PostgreSQL: {@code alert_configuration}, {@code model_promotion}, {@code model_version} and
 * {@code model_status}.
 */
public record PostgresModelRegistry(DatabaseConfig database) implements PublishedVersions {

    @Override
    public List<ControlMessage> history() throws IOException {
        try (Handle handle = database.database().open()) {
            List<ControlMessage> history = new ArrayList<>();
            AlertConfigurations.all(handle).forEach(config -> history.add(ControlMessage.of(config)));
            ModelPromotions.pointers(handle).forEach(pointer -> history.add(ControlMessage.of(pointer)));
            return history;
        } catch (JdbiException e) {
            throw failure("The history of versions cannot be read: ", e);
        }
    }

    @Override
    public byte[] pmml(String sha256) throws IOException, MalformedPmmlException {
        try (Handle handle = database.database().open()) {
            return ZippedPmml.unzip(ModelVersions.findPmml(handle, sha256)
                    .orElseThrow(() -> new IOException("model_version holds no model with SHA-256 " + sha256)));
        } catch (JdbiException e) {
            throw failure("The model cannot be fetched: ", e);
        }
    }

    /** A pointer may name a version that is not registered here: then there is no row to write. */
    @Override
    public void report(ModelStatus status) throws IOException {
        try (Handle handle = database.database().open()) {
            ModelStatuses.report(handle, status.modelVersion(), status.state().name(), status.reason());
        } catch (JdbiException e) {
            throw failure("The model's status cannot be written: ", e);
        }
    }

    private static IOException failure(String what, JdbiException cause) {
        return new IOException(what + DatabaseErrors.message(cause), cause);
    }
}
