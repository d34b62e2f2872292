package io.churnwatch.api.rescore;

import io.churnwatch.Topics;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The table of runs, and the customers of a run. */
@Singleton
final class RescoreStore {
    /**
     * The champion's promotion, once the job is certain to score a RESCORE with it: its pointer has been on the log for two
     * seconds, and its time has passed by the broker's clock, which the outbox compared with ours. Before the first champion
     * nothing was scored.
     */
    private static final String PROMOTION_IN_FORCE = """
            WITH champion AS (
                SELECT id, from_version, effective_at FROM model_promotion WHERE role = 'CHAMPION'
                ORDER BY effective_at DESC, id DESC LIMIT 1)
            SELECT c.id FROM champion c JOIN outbox o
                ON o.topic = '%s' AND o.event_id = 'promotion-' || c.id
            WHERE c.from_version IS NOT NULL
              AND o.published_at <= now() - interval '2 seconds'
              AND c.effective_at <= now() - (o.published_at - o.logged_at) - interval '2 seconds'""".formatted(Topics.CONTROL);

    /** Returns the id of the promotion whose customers are due for rescoring. */
    Optional<Long> promotionInForce(Handle handle) {
        return handle.select(PROMOTION_IN_FORCE).mapTo(Long.class).findFirst();
    }

    boolean isKnown(Handle handle, long promotionId) {
        return handle.select("SELECT EXISTS (SELECT FROM rescore_run WHERE promotion_id = ?) AS known", promotionId)
                .mapTo(Boolean.class)
                .one();
    }

    /** Begins a run and ends those before it; returns false when another instance was faster. */
    boolean begin(Handle handle, long promotionId) {
        handle.execute("""
                        UPDATE rescore_run SET superseded_at = now()
                        WHERE promotion_id <> ? AND finished_at IS NULL AND refused_at IS NULL
                          AND superseded_at IS NULL""", promotionId);
        return handle.execute("""
                        INSERT INTO rescore_run (promotion_id, customers, remaining_before)
                        SELECT ?, count(*), count(*) FROM customer_risk ON CONFLICT DO NOTHING""", promotionId) == 1;
    }

    /** Locks the run for this transaction; returns empty when it has ended or another instance holds it. */
    Optional<RescoreRun> lock(Handle handle, long promotionId) {
        return handle.select("""
                        SELECT r.*, p.to_version,
                               extract(epoch FROM now() - r.advanced_at) AS idle_seconds,
                               extract(epoch FROM now() - coalesce(r.remaining_since, now())) AS unchanged_seconds
                        FROM rescore_run r JOIN model_promotion p ON p.id = r.promotion_id
                        WHERE r.promotion_id = ? AND r.finished_at IS NULL AND r.refused_at IS NULL
                        FOR UPDATE OF r SKIP LOCKED""", promotionId).map(RescoreRun::of).findFirst();
    }

    /** Ends the run of a champion that the job rejects, and so never scores with; returns whether it is one. */
    boolean endIfRefused(Handle handle, RescoreRun run) {
        return handle.execute("""
                        UPDATE rescore_run SET refused_at = now()
                        WHERE promotion_id = ?
                          AND EXISTS (SELECT FROM model_status WHERE model_version = ? AND state = 'REFUSED')""", run.promotionId(), run.modelVersion()) == 1;
    }

    /** Returns the next customers of the pass, in the order of their ids. */
    List<Long> customers(Handle handle, RescoreRun run, int limit) {
        return handle.select("""
                        SELECT customer_id FROM customer_risk
                        WHERE customer_id > ? AND (NOT ? OR model_version <> ?)
                        ORDER BY customer_id LIMIT ?""", run.lastCustomerId(), run.isOfOthersOnly(), run.modelVersion(), limit)
                .mapTo(Long.class)
                .list();
    }

    void advance(Handle handle, RescoreRun run, long lastCustomerId, int sent) {
        handle.execute("""
                        UPDATE rescore_run SET last_customer_id = ?, sent = sent + ?, advanced_at = now()
                        WHERE promotion_id = ?""", lastCustomerId, sent, run.promotionId());
    }

    void endPass(Handle handle, RescoreRun run) {
        handle.execute("UPDATE rescore_run SET sent_at = now() WHERE promotion_id = ?", run.promotionId());
    }

    /** Counts the customers whose latest score is by another model. */
    long remaining(Handle handle, RescoreRun run) {
        return handle.select(
                        "SELECT count(*) AS customers FROM customer_risk WHERE model_version <> ?", run.modelVersion())
                .mapTo(Long.class)
                .one();
    }

    void saveRemaining(Handle handle, RescoreRun run, long remaining) {
        handle.execute("""
                        UPDATE rescore_run SET remaining = ?, remaining_since = now()
                        WHERE promotion_id = ? AND remaining IS DISTINCT FROM ?""", remaining, run.promotionId(), remaining);
    }

    void beginNextPass(Handle handle, RescoreRun run, long remaining) {
        handle.execute("""
                        UPDATE rescore_run SET pass = pass + 1, last_customer_id = 0, sent_at = NULL, remaining_before = ?
                        WHERE promotion_id = ?""", remaining, run.promotionId());
    }

    void finish(Handle handle, RescoreRun run) {
        handle.execute("UPDATE rescore_run SET finished_at = now() WHERE promotion_id = ?", run.promotionId());
    }
}
