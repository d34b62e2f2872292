package io.churnwatch.store.model;

import io.churnwatch.Topics;
import io.churnwatch.model.ControlJson;
import io.churnwatch.model.ControlMessage;
import io.churnwatch.model.ModelPointer;
import io.churnwatch.model.ModelRole;
import io.churnwatch.store.outbox.Outbox;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/**
 * The append-only table {@code model_promotion}. Training, the command line and the API promote in their own transaction,
 * which holds the row, the stages of the models, and the pointer for the control topic.
 */
public final class ModelPromotions {
    private static final String KEY = "model";
    private static final long LATER_THAN_ALL = 253_402_300_799L; // the end of the year 9999
    private static final String COLUMNS = "id, role, from_version, to_version, promoted_by, reason, effective_at";

    /** Admits one promoter at a time, until the end of the transaction. Readers do not wait. */
    public static void lock(Handle handle) {
        handle.execute("LOCK TABLE model_promotion IN SHARE ROW EXCLUSIVE MODE");
    }

    /** Which version has the role, or will have it in a moment. */
    public static Optional<Promotion> latest(Handle handle, ModelRole role) {
        return inForce(handle, role, Instant.ofEpochSecond(LATER_THAN_ALL));
    }

    /** Returns the promotion that was in force at a time; empty before the first. */
    public static Optional<Promotion> inForce(Handle handle, ModelRole role, Instant at) {
        return handle.createQuery("SELECT " + COLUMNS + """
                         FROM model_promotion WHERE role = :role AND effective_at <= :at
                        ORDER BY effective_at DESC, id DESC LIMIT 1""")
                .bind("role", role)
                .bind("at", at)
                .map(ConstructorMapper.of(Promotion.class))
                .findOne();
    }

    /** Every pointer that was ever announced, oldest first. */
    public static List<ModelPointer> pointers(Handle handle) {
        return handle.createQuery("""
                        SELECT p.role, p.to_version AS model_version, m.sha256, p.effective_at
                        FROM model_promotion p JOIN model_version m ON m.model_version = p.to_version ORDER BY p.id""")
                .map(ConstructorMapper.of(ModelPointer.class))
                .list();
    }

    /**
     * Gives the role to a version, from about a second ahead, so that the job knows of it in time.
     *
     * @throws PromotionRefusedException when there is no such version, it is rejected, it has the role already, or the gate
     *     holds it back
     */
    public static Promotion promote(Handle handle, ModelRole role, String version, String promotedBy, String reason)
            throws PromotionRefusedException {
        lock(handle);
        String sha256 = requirePromotable(handle, version);
        PromotionGate.requireSound(handle, version);
        if (role == ModelRole.CHAMPION) {
            PromotionGate.requireMinimums(handle, version);
        }
        return give(handle, role, version, sha256, promotedBy, reason);
    }

    /**
     * Makes the champion before the present one champion again; a second time takes that back. It served once: minimums that
     * were set since do not keep it from serving again.
     *
     * @throws PromotionRefusedException when there was none before, or it is rejected by now
     */
    public static Promotion rollBack(Handle handle, String promotedBy, String reason) throws PromotionRefusedException {
        lock(handle);
        Promotion present = latest(handle, ModelRole.CHAMPION)
                .orElseThrow(() -> new PromotionRefusedException("There is no champion yet."));
        String before = present.fromVersion();
        if (before == null) {
            throw new PromotionRefusedException(
                    "There is no champion before " + present.toVersion() + ", which is the first.");
        }
        String sha256 = requirePromotable(handle, before);
        PromotionGate.requireSound(handle, before);
        return give(handle, ModelRole.CHAMPION, before, sha256, promotedBy, reason);
    }

    /**
     * Bars a version from every role, for good. When it scores in shadow, it stops.
     *
     * @throws PromotionRefusedException when there is no such version, it is rejected already, or it is the champion
     */
    public static void reject(Handle handle, String version, String rejectedBy, String reason)
            throws PromotionRefusedException {
        lock(handle);
        requirePromotable(handle, version);
        Optional<Promotion> champion = latest(handle, ModelRole.CHAMPION);
        if (champion.isPresent() && champion.get().toVersion().equals(version)) {
            throw new PromotionRefusedException(
                    "The model " + version + " is the champion; promote another one or roll back first.");
        }
        ModelVersions.reject(handle, version, rejectedBy, reason);
        if (champion.isPresent()) {
            endShadowOf(handle, version, champion.get().toVersion(), rejectedBy);
        }
    }

    /** A challenger that is the champion itself is none: so the job understands it. */
    private static void endShadowOf(Handle handle, String version, String champion, String rejectedBy)
            throws PromotionRefusedException {
        Optional<Promotion> challenger = latest(handle, ModelRole.CHALLENGER);
        if (challenger.isPresent() && challenger.get().toVersion().equals(version)) {
            String reason = version + " was rejected";
            Promotion none = append(handle, ModelRole.CHALLENGER, champion, rejectedBy, reason);
            announce(handle, none, requirePromotable(handle, champion));
        }
    }

    private static Promotion give(
            Handle handle, ModelRole role, String version, String sha256, String promotedBy, String reason)
            throws PromotionRefusedException {
        refuseIfHeld(handle, ModelRole.CHAMPION, version); // also as challenger: it would shadow itself
        refuseIfHeld(handle, role, version);
        if (role == ModelRole.CHAMPION) {
            keepOutOfShadow(handle, version, sha256, promotedBy);
        }
        Promotion promotion = append(handle, role, version, promotedBy, reason);
        ModelVersions.setStage(handle, role, version);
        announce(handle, promotion, sha256);
        return promotion;
    }

    /** Where the challenger is the champion itself there is none, and that champion does not become one by being relieved. */
    private static void keepOutOfShadow(Handle handle, String next, String sha256, String promotedBy) {
        Optional<String> champion = latest(handle, ModelRole.CHAMPION).map(Promotion::toVersion);
        if (champion.isPresent()
                && champion.equals(latest(handle, ModelRole.CHALLENGER).map(Promotion::toVersion))) {
            String reason = champion.get() + " was the champion";
            announce(handle, append(handle, ModelRole.CHALLENGER, next, promotedBy, reason), sha256);
        }
    }

    /** Returns the SHA-256 of a version that may have a role. */
    private static String requirePromotable(Handle handle, String version) throws PromotionRefusedException {
        ModelVersions.Registered registered = ModelVersions.find(handle, version)
                .orElseThrow(() -> new PromotionRefusedException("There is no model " + version + "; the newest are "
                        + ModelVersions.newestNames(handle) + "."));
        if (registered.isRejected()) {
            throw new PromotionRefusedException("The model " + version + " is rejected and cannot serve.");
        }
        return registered.sha256();
    }

    private static void refuseIfHeld(Handle handle, ModelRole role, String version) throws PromotionRefusedException {
        Optional<Promotion> holder = latest(handle, role);
        if (holder.isPresent() && holder.get().toVersion().equals(version)) {
            throw new PromotionRefusedException("The model %s is the %s already, since %s."
                    .formatted(
                            version,
                            role.name().toLowerCase(Locale.ROOT),
                            holder.get().effectiveAt()));
        }
    }

    /** Strictly later than all before: two versions of one instant would have no order. */
    private static Promotion append(Handle handle, ModelRole role, String version, String promotedBy, String reason) {
        return handle.createQuery("""
                        INSERT INTO model_promotion (role, from_version, to_version, promoted_by, reason, effective_at)
                        VALUES (:role, :from, :to, :promotedBy, :reason, greatest(
                            clock_timestamp() + interval '1 second',
                            (SELECT max(effective_at) + interval '1 millisecond' FROM model_promotion)))
                        RETURNING\s""" + COLUMNS)
                .bind("role", role)
                .bind("from", latest(handle, role).map(Promotion::toVersion).orElse(null))
                .bind("to", version)
                .bind("promotedBy", promotedBy)
                .bind("reason", reason)
                .map(ConstructorMapper.of(Promotion.class))
                .one();
    }

    private static void announce(Handle handle, Promotion promotion, String sha256) {
        ModelPointer pointer =
                new ModelPointer(promotion.role(), promotion.toVersion(), sha256, promotion.effectiveAt());
        byte[] message = ControlJson.write(ControlMessage.of(pointer));
        Outbox.append(
                handle, Topics.CONTROL, KEY, eventId(promotion.id()), new String(message, StandardCharsets.UTF_8));
    }

    /** By which the outbox knows the announcement of a promotion. */
    public static String eventId(long promotionId) {
        return "promotion-" + promotionId;
    }

    private ModelPromotions() {}
}
