package io.churnwatch.model.registry;

import io.churnwatch.Topics;
import io.churnwatch.model.ControlJson;
import io.churnwatch.model.ControlMessage;
import io.churnwatch.model.ModelPointer;
import io.churnwatch.model.ModelRole;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;

/**
 * The append-only table {@code model_promotion}, for whoever promotes: training, the command line, the API. Everything
 * happens in the caller's transaction: the row, the stages of the models, and the pointer for the control topic, which
 * the outbox relay publishes.
 */
public final class Promotions {
    private static final String REJECTED = "REJECTED";

    /** One promoter at a time, until the end of the transaction. Readers are not kept waiting. */
    public static void lock(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("LOCK TABLE model_promotion IN SHARE ROW EXCLUSIVE MODE");
        }
    }

    /** Which version has the role, or will have it in a moment. */
    public static Optional<Promotion> latest(Connection connection, ModelRole role) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("""
                SELECT id, role, from_version, to_version, effective_at FROM model_promotion
                WHERE role = ? ORDER BY effective_at DESC, id DESC LIMIT 1""")) {
            query.setString(1, role.name());
            try (ResultSet rows = query.executeQuery()) {
                return rows.next() ? Optional.of(promotion(rows)) : Optional.empty();
            }
        }
    }

    /**
     * Gives the role to a version, from about a second ahead, so that the job knows of it in time.
     *
     * @throws PromotionRefusedException when there is no such version, it is rejected, or it has the role already
     */
    public static Promotion promote(
            Connection connection, ModelRole role, String version, String promotedBy, String reason)
            throws SQLException, PromotionRefusedException {
        lock(connection);
        String sha256 = requirePromotable(connection, version);
        refuseIfHeld(connection, ModelRole.CHAMPION, version); // also as challenger: it would shadow itself
        refuseIfHeld(connection, role, version);
        Promotion promotion = append(connection, role, version, promotedBy, reason);
        setStages(connection, promotion);
        announce(connection, promotion, sha256);
        return promotion;
    }

    /**
     * Makes the champion before the present one champion again; a second time takes that back.
     *
     * @throws PromotionRefusedException when there was none before, or it is rejected by now
     */
    public static Promotion rollBack(Connection connection, String promotedBy, String reason)
            throws SQLException, PromotionRefusedException {
        lock(connection);
        Promotion present = latest(connection, ModelRole.CHAMPION)
                .orElseThrow(() -> new PromotionRefusedException("There is no champion yet."));
        String before = present.fromVersion();
        if (before == null) {
            throw new PromotionRefusedException(
                    "There is no champion before " + present.toVersion() + ", which is the first.");
        }
        return promote(connection, ModelRole.CHAMPION, before, promotedBy, reason);
    }

    /** The SHA-256 of a version that may have a role. */
    private static String requirePromotable(Connection connection, String version)
            throws SQLException, PromotionRefusedException {
        try (PreparedStatement query =
                connection.prepareStatement("SELECT stage, sha256 FROM model_version WHERE model_version = ?")) {
            query.setString(1, version);
            try (ResultSet rows = query.executeQuery()) {
                if (!rows.next()) {
                    throw new PromotionRefusedException(
                            "There is no model " + version + "; the newest are " + newestVersions(connection) + ".");
                }
                if (rows.getString(1).equals(REJECTED)) {
                    throw new PromotionRefusedException("The model " + version + " is rejected and cannot serve.");
                }
                return rows.getString(2);
            }
        }
    }

    private static String newestVersions(Connection connection) throws SQLException {
        try (Statement query = connection.createStatement();
                ResultSet rows = query.executeQuery("""
                        SELECT coalesce(string_agg(model_version, ', '), 'none') FROM (
                            SELECT model_version FROM model_version ORDER BY trained_at DESC LIMIT 5) newest""")) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static void refuseIfHeld(Connection connection, ModelRole role, String version)
            throws SQLException, PromotionRefusedException {
        Optional<Promotion> holder = latest(connection, role);
        if (holder.isPresent() && holder.get().toVersion().equals(version)) {
            throw new PromotionRefusedException("The model %s is the %s already, since %s."
                    .formatted(
                            version,
                            role.name().toLowerCase(Locale.ROOT),
                            holder.get().effectiveAt()));
        }
    }

    /** Strictly later than all before: two versions of one instant would have no order. */
    private static Promotion append(
            Connection connection, ModelRole role, String version, String promotedBy, String reason)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO model_promotion (role, from_version, to_version, promoted_by, reason, effective_at)
                VALUES (?, ?, ?, ?, ?, greatest(clock_timestamp() + interval '1 second',
                    (SELECT max(effective_at) + interval '1 millisecond' FROM model_promotion)))
                RETURNING id, role, from_version, to_version, effective_at""")) {
            insert.setString(1, role.name());
            insert.setString(
                    2, latest(connection, role).map(Promotion::toVersion).orElse(null));
            insert.setString(3, version);
            insert.setString(4, promotedBy);
            insert.setString(5, reason);
            try (ResultSet rows = insert.executeQuery()) {
                rows.next();
                return promotion(rows);
            }
        }
    }

    private static void setStages(Connection connection, Promotion promotion) throws SQLException {
        if (promotion.role() == ModelRole.CHAMPION) {
            setStage(connection, "RETIRED", "stage = 'CHAMPION' AND model_version <> ?", promotion.toVersion());
        }
        setStage(connection, promotion.role().name(), "model_version = ?", promotion.toVersion());
    }

    private static void setStage(Connection connection, String stage, String condition, String version)
            throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("UPDATE model_version SET stage = ? WHERE " + condition)) {
            update.setString(1, stage);
            update.setString(2, version);
            update.executeUpdate();
        }
    }

    private static void announce(Connection connection, Promotion promotion, String sha256) throws SQLException {
        ModelPointer pointer =
                new ModelPointer(promotion.role(), promotion.toVersion(), sha256, promotion.effectiveAt());
        byte[] message = ControlJson.write(ControlMessage.of(pointer));
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO outbox (topic, key, event_id, payload) VALUES (?, 'model', ?, ?::jsonb)")) {
            insert.setString(1, Topics.CONTROL);
            insert.setString(2, eventId(promotion.id()));
            insert.setString(3, new String(message, StandardCharsets.UTF_8));
            insert.executeUpdate();
        }
    }

    /** By which the outbox knows the announcement of a promotion. */
    public static String eventId(long promotionId) {
        return "promotion-" + promotionId;
    }

    private static Promotion promotion(ResultSet row) throws SQLException {
        Instant effectiveAt =
                row.getObject("effective_at", OffsetDateTime.class).toInstant();
        return new Promotion(
                row.getLong("id"),
                ModelRole.valueOf(row.getString("role")),
                row.getString("from_version"),
                row.getString("to_version"),
                effectiveAt);
    }

    private Promotions() {}
}
