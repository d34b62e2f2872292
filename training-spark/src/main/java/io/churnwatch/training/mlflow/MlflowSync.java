package io.churnwatch.training.mlflow;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mlflow.api.proto.ModelRegistry.ModelVersion;
import org.mlflow.tracking.MlflowClientException;

/**
 * Makes MLflow show what stands in the registry: every model has a run and a version, and the aliases {@code champion} and
 * {@code challenger} stand where the roles are. What fails is made up for by the next call. One at a time, in any number of
 * processes.
 */
public final class MlflowSync {
    private static final String LOCK = "SELECT pg_try_advisory_xact_lock(hashtext('churnwatch mlflow'))";
    private static final List<String> ALIASES = List.of("champion", "challenger");

    private final TrackingServer server;
    private final Delivery delivery;

    /** Which run each alias stands at, as MLflow was last told. */
    private final Map<String, Optional<String>> told = new HashMap<>();

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
    public List<String> run(Connection connection) throws SQLException {
        List<String> delivered = new ArrayList<>();
        Optional<String> next = deliverNext(connection);
        while (next.isPresent()) {
            delivered.add(next.get());
            next = deliverNext(connection);
        }
        inTransaction(connection, this::moveAliases);
        return delivered;
    }

    private interface Work<T> {
        T run(Connection connection) throws SQLException;
    }

    private Optional<String> deliverNext(Connection connection) throws SQLException {
        return inTransaction(connection, transaction -> {
            Optional<RegisteredVersion> missing =
                    isMine(transaction) ? RegisteredVersion.oldestMissing(transaction) : Optional.empty();
            if (missing.isPresent()) {
                requireAnswer();
                takeNote(transaction, missing.get().name(), delivery.deliver(missing.get()));
            }
            return missing.map(RegisteredVersion::name);
        });
    }

    private boolean moveAliases(Connection connection) throws SQLException {
        Map<String, Optional<String>> wanted = runsByAlias(connection);
        if (wanted.equals(told) || !isMine(connection)) {
            return false;
        }
        requireAnswer();
        told.clear();
        wanted.forEach(this::moveAlias);
        told.putAll(wanted);
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

    private static Map<String, Optional<String>> runsByAlias(Connection connection) throws SQLException {
        Map<String, Optional<String>> runs = new HashMap<>();
        ALIASES.forEach(alias -> runs.put(alias, Optional.empty()));
        try (Statement query = connection.createStatement();
                ResultSet row = query.executeQuery("""
                        SELECT lower(r.role), m.mlflow_run_id FROM model_role r JOIN model_version m USING (model_version)
                        WHERE m.mlflow_run_id IS NOT NULL""")) {
            while (row.next()) {
                runs.put(row.getString(1), Optional.of(row.getString(2)));
            }
        }
        return runs;
    }

    private void requireAnswer() {
        if (!server.answers()) {
            throw new MlflowClientException("MLflow at " + server.uri() + " does not answer");
        }
    }

    private static boolean isMine(Connection connection) throws SQLException {
        try (Statement query = connection.createStatement();
                ResultSet row = query.executeQuery(LOCK)) {
            row.next();
            return row.getBoolean(1);
        }
    }

    private static void takeNote(Connection connection, String version, Delivery.Place place) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "UPDATE model_version SET mlflow_experiment_id = ?, mlflow_run_id = ? WHERE model_version = ?")) {
            update.setString(1, place.experimentId());
            update.setString(2, place.runId());
            update.setString(3, version);
            update.executeUpdate();
        }
    }

    private static <T> T inTransaction(Connection connection, Work<T> work) throws SQLException {
        connection.setAutoCommit(false);
        try {
            T result = work.run(connection);
            connection.commit();
            return result;
        } catch (SQLException | RuntimeException e) {
            connection.rollback();
            throw e;
        } finally {
            connection.setAutoCommit(true);
        }
    }
}
