package io.churnwatch.training.mlflow;

import io.churnwatch.model.ModelRole;
import io.churnwatch.store.model.MlflowBacklog;
import io.churnwatch.store.model.ModelVersions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.mlflow.api.proto.ModelRegistry.ModelVersion;
import org.mlflow.tracking.MlflowClientException;

/**
 * Copies the registry to MLflow: every model gets a run and a version, and the aliases {@code champion} and {@code challenger}
 * follow the roles. The next call repeats what failed. Of any number of processes, one copies at a time.
 */
public final class MlflowSync {
    private final TrackingServer server;
    private final Delivery delivery;

    /** The run of each alias, as last sent to MLflow. */
    private final Map<String, Optional<String>> sent = new HashMap<>();

    public MlflowSync(TrackingServer server) {
        this.server = server;
        this.delivery = new Delivery(server);
    }

    /**
     * Brings everything that is missing; costs two small queries when nothing is.
     *
     * @return the models that it brought
     * @throws MlflowClientException when MLflow does not answer, or refuses something
     */
    public List<String> run(Handle handle) {
        List<String> delivered = new ArrayList<>();
        Optional<String> next = deliverNext(handle);
        while (next.isPresent()) {
            delivered.add(next.get());
            next = deliverNext(handle);
        }
        handle.inTransaction(this::moveAliases);
        return delivered;
    }

    private Optional<String> deliverNext(Handle handle) {
        return handle.inTransaction(transaction -> {
            Optional<RegisteredVersion> missing = MlflowBacklog.tryLock(transaction)
                    ? RegisteredVersion.oldestMissing(transaction)
                    : Optional.empty();
            if (missing.isPresent()) {
                requireAnswer();
                String version = missing.get().name();
                Delivery.Place place = delivery.deliver(missing.get());
                ModelVersions.setMlflowRun(transaction, version, place.experimentId(), place.runId());
            }
            return missing.map(RegisteredVersion::name);
        });
    }

    private boolean moveAliases(Handle handle) {
        Map<String, Optional<String>> wanted = runsByAlias(handle);
        if (wanted.equals(sent) || !MlflowBacklog.tryLock(handle)) {
            return false;
        }
        requireAnswer();
        sent.clear();
        wanted.forEach(this::moveAlias);
        sent.putAll(wanted);
        return true;
    }

    private void moveAlias(String alias, Optional<String> runId) {
        List<ModelVersion> versions = runId.map(delivery::versions).orElse(List.of());
        if (versions.isEmpty()) {
            server.deleteAlias(Delivery.NAME, alias);
        } else {
            server.setAlias(Delivery.NAME, alias, versions.get(0).getVersion());
        }
    }

    private static Map<String, Optional<String>> runsByAlias(Handle handle) {
        Map<ModelRole, String> runs = MlflowBacklog.runsByRole(handle);
        Map<String, Optional<String>> byAlias = new HashMap<>();
        for (ModelRole role : ModelRole.values()) {
            byAlias.put(role.name().toLowerCase(Locale.ROOT), Optional.ofNullable(runs.get(role)));
        }
        return byAlias;
    }

    private void requireAnswer() {
        if (!server.answers()) {
            throw new MlflowClientException("MLflow at " + server.uri() + " does not answer");
        }
    }
}
