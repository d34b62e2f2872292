package io.churnwatch.cli.models;

import io.churnwatch.local.stack.StackEnvironment;
import io.churnwatch.model.MlflowPages;
import io.churnwatch.model.ModelRole;
import io.churnwatch.store.model.Promotion;
import io.churnwatch.store.model.Promotions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The models in the database of a stack, and who has which role. */
record Models(RegistryDatabase database) {
    Models(StackEnvironment environment) {
        this(new RegistryDatabase(environment));
    }

    /** A version that is both was the challenger before it became champion. */
    private static final String LIST = """
            WITH latest AS (
                SELECT DISTINCT ON (role) role, to_version, effective_at FROM model_promotion
                ORDER BY role, effective_at DESC, id DESC)
            SELECT m.model_version, m.stage, p.role, p.effective_at, m.trained_at,
                   (m.metrics #>> '{held_out,roc_auc}')::float AS roc_auc, s.reason AS refusal,
                   m.mlflow_experiment_id, m.mlflow_run_id
            FROM model_version m
            LEFT JOIN model_status s ON s.model_version = m.model_version AND s.state = 'REFUSED'
            LEFT JOIN LATERAL (
                SELECT role, effective_at FROM latest WHERE to_version = m.model_version
                ORDER BY role = 'CHAMPION' DESC LIMIT 1) p ON TRUE
            ORDER BY m.trained_at DESC, m.model_version DESC""";

    private static final String RESCORING = """
            SELECT p.to_version, r.sent, r.customers, r.remaining, r.sent_at, r.finished_at, r.refused_at, s.reason
            FROM rescore_run r JOIN model_promotion p ON p.id = r.promotion_id
            LEFT JOIN model_status s ON s.model_version = p.to_version
            ORDER BY r.promotion_id DESC LIMIT 1""";

    List<ListedModel> list(MlflowPages mlflow) {
        return database.inTransaction(connection -> {
            try (Statement query = connection.createStatement();
                    ResultSet row = query.executeQuery(LIST)) {
                List<ListedModel> models = new ArrayList<>();
                while (row.next()) {
                    models.add(listed(row, mlflow));
                }
                return models;
            }
        });
    }

    /** How far the customers are scored again under the latest champion. */
    Optional<String> rescoring() {
        return database.inTransaction(connection -> {
            try (Statement query = connection.createStatement();
                    ResultSet row = query.executeQuery(RESCORING)) {
                return row.next() ? Optional.of(progress(row)) : Optional.empty();
            }
        });
    }

    Promotion promote(ModelRole role, String version, String reason) {
        return database.inTransaction(
                connection -> Promotions.promote(connection, role, version, RegistryDatabase.person(), reason));
    }

    Promotion rollBack(String reason) {
        return database.inTransaction(connection -> Promotions.rollBack(connection, RegistryDatabase.person(), reason));
    }

    void reject(String version, String reason) {
        database.inTransaction(connection -> {
            Promotions.reject(connection, version, RegistryDatabase.person(), reason);
            return version;
        });
    }

    Optional<Promotion> inForce(ModelRole role, Instant at) {
        return database.inTransaction(connection -> Promotions.inForce(connection, role, at));
    }

    private static ListedModel listed(ResultSet row, MlflowPages mlflow) throws SQLException {
        Double rocAuc = row.getObject("roc_auc", Double.class);
        return new ListedModel(
                row.getString("model_version"),
                row.getString("stage"),
                row.getString("role"),
                time(row, "effective_at"),
                rocAuc,
                String.valueOf(time(row, "trained_at")),
                row.getString("refusal"),
                mlflow.run(row.getString("mlflow_experiment_id"), row.getString("mlflow_run_id")));
    }

    private static String progress(ResultSet row) throws SQLException {
        String version = row.getString("to_version");
        if (time(row, "finished_at") != null) {
            return format("Every customer's latest score is by %s.", version);
        }
        if (time(row, "refused_at") != null) {
            return format(
                    "The job refuses %s, and the champion before it goes on: %s", version, row.getString("reason"));
        }
        return time(row, "sent_at") == null
                ? format(
                        "Scoring again by %s: %,d of %,d customers asked for.",
                        version, row.getLong("sent"), row.getLong("customers"))
                : format("Scoring again by %s: %,d customers to go.", version, row.getLong("remaining"));
    }

    private static String format(String format, Object... arguments) {
        return String.format(Locale.ROOT, format, arguments);
    }

    private static @Nullable String time(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null
                ? null
                : Instant.ofEpochMilli(time.toInstant().toEpochMilli()).toString();
    }
}
