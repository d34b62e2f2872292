package io.churnwatch.store.model;

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
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;

/**
 * The append-only table {@code model_promotion}, for whoever promotes: training, the command line, the API. Everything
 * happens in the caller's transaction: the row, the stages of the models, and the pointer for the control topic, which
 * the outbox relay publishes.
 */
public final class Promotions {
    private static final String REJECTED = "REJECTED";

    private static final long LATER_THAN_ALL = 253_402_300_799L; // the end of the year 9999

    private static final String COLUMNS = "id, role, from_version, to_version, promoted_by, reason, effective_at";

    /** One promoter at a time, until the end of the transaction. Readers are not kept waiting. */
    public static void lock(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("LOCK TABLE model_promotion IN SHARE ROW EXCLUSIVE MODE");
        }
    }

    /** Which version has the role, or will have it in a moment. */
    public static Optional<Promotion> latest(Connection connection, ModelRole role) throws SQLException {
        return inForce(connection, role, Instant.ofEpochSecond(LATER_THAN_ALL));
    }

    /** What gave the role to the version that had it at a time; empty when none had it yet. */
    public static Optional<Promotion> inForce(Connection connection, ModelRole role, Instant at) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("SELECT " + COLUMNS + """
                 FROM model_promotion WHERE role = ? AND effective_at <= ?
                ORDER BY effective_at DESC, id DESC LIMIT 1""")) {
            query.setString(1, role.name());
            query.setObject(2, at.atOffset(ZoneOffset.UTC));
            try (ResultSet rows = query.executeQuery()) {
                return rows.next() ? Optional.of(promotion(rows)) : Optional.empty();
            }
        }
    }

    /**
     * Gives the role to a version, from about a second ahead, so that the job knows of it in time.
     *
     * @throws PromotionRefusedException when there is no such version, it is rejected, it has the role already, or the gate
     *     holds it back
     */
    public static Promotion promote(
            Connection connection, ModelRole role, String version, String promotedBy, String reason)
            throws SQLException, PromotionRefusedException {
        lock(connection);
        String sha256 = requirePromotable(connection, version);
        PromotionGate.requireSound(connection, version);
        if (role == ModelRole.CHAMPION) {
            PromotionGate.requireMinimums(connection, version);
        }
        return give(connection, role, version, sha256, promotedBy, reason);
    }

    /**
     * Makes the champion before the present one champion again; a second time takes that back. It served once: what has
     * been asked of champions since does not keep it from serving again.
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
        String sha256 = requirePromotable(connection, before);
        PromotionGate.requireSound(connection, before);
        return give(connection, ModelRole.CHAMPION, before, sha256, promotedBy, reason);
    }

    /**
     * Bars a version from every role, for good. When it scores in shadow, it stops to.
     *
     * @throws PromotionRefusedException when there is no such version, it is rejected already, or it is the champion
     */
    public static void reject(Connection connection, String version, String rejectedBy, String reason)
            throws SQLException, PromotionRefusedException {
        lock(connection);
        requirePromotable(connection, version);
        Optional<Promotion> champion = latest(connection, ModelRole.CHAMPION);
        if (champion.isPresent() && champion.get().toVersion().equals(version)) {
            throw new PromotionRefusedException(
                    "The model " + version + " is the champion; promote another one or roll back first.");
        }
        try (PreparedStatement update = connection.prepareStatement("""
                UPDATE model_version SET stage = 'REJECTED', rejected_by = ?, rejected_at = now(), rejection_reason = ?
                WHERE model_version = ?""")) {
            update.setString(1, rejectedBy);
            update.setString(2, reason);
            update.setString(3, version);
            update.executeUpdate();
        }
        if (champion.isPresent()) {
            endShadowOf(connection, version, champion.get().toVersion(), rejectedBy);
        }
    }

    /** A challenger that is the champion itself is none: so the job understands it. */
    private static void endShadowOf(Connection connection, String version, String champion, String rejectedBy)
            throws SQLException, PromotionRefusedException {
        Optional<Promotion> challenger = latest(connection, ModelRole.CHALLENGER);
        if (challenger.isPresent() && challenger.get().toVersion().equals(version)) {
            String reason = version + " was rejected";
            Promotion none = append(connection, ModelRole.CHALLENGER, champion, rejectedBy, reason);
            announce(connection, none, requirePromotable(connection, champion));
        }
    }

    private static Promotion give(
            Connection connection, ModelRole role, String version, String sha256, String promotedBy, String reason)
            throws SQLException, PromotionRefusedException {
        refuseIfHeld(connection, ModelRole.CHAMPION, version); // also as challenger: it would shadow itself
        refuseIfHeld(connection, role, version);
        if (role == ModelRole.CHAMPION) {
            keepOutOfShadow(connection, version, sha256, promotedBy);
        }
        Promotion promotion = append(connection, role, version, promotedBy, reason);
        setStages(connection, promotion);
        announce(connection, promotion, sha256);
        return promotion;
    }

    /** Where the challenger is the champion itself there is none, and that champion does not become one by being relieved. */
    private static void keepOutOfShadow(Connection connection, String next, String sha256, String promotedBy)
            throws SQLException {
        Optional<String> champion = latest(connection, ModelRole.CHAMPION).map(Promotion::toVersion);
        if (champion.isPresent()
                && champion.equals(latest(connection, ModelRole.CHALLENGER).map(Promotion::toVersion))) {
            String reason = champion.get() + " was the champion";
            announce(connection, append(connection, ModelRole.CHALLENGER, next, promotedBy, reason), sha256);
        }
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
                RETURNING\s""" + COLUMNS)) {
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
                row.getString("promoted_by"),
                row.getString("reason"),
                effectiveAt);
    }

    private Promotions() {}
}
