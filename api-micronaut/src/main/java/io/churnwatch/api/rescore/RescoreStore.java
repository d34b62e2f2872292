package io.churnwatch.api.rescore;

import io.churnwatch.Topics;
import io.churnwatch.api.database.Query;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The table of runs, and the customers whom they are about. */
@Singleton
final class RescoreStore {
    /**
     * The champion's promotion once a RESCORE is sure to be judged by it: its pointer has been on the log for two seconds,
     * and its time has passed by the broker's clock, which the outbox has compared with ours. The first champion found
     * nothing that was scored before.
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

    /** The id of the promotion whose customers are to be scored again now. */
    Optional<Long> promotionInForce(Connection connection) throws SQLException {
        return Query.of(PROMOTION_IN_FORCE).first(connection, row -> row.count("id"));
    }

    boolean isKnown(Connection connection, long promotionId) throws SQLException {
        return Query.of("SELECT EXISTS (SELECT FROM rescore_run WHERE promotion_id = ?) AS known", promotionId)
                .single(connection, row -> row.flag("known"));
    }

    /** Begins a run and ends those before it; false when another instance was faster. */
    boolean begin(Connection connection, long promotionId) throws SQLException {
        Query.of("""
                        UPDATE rescore_run SET superseded_at = now()
                        WHERE promotion_id <> ? AND finished_at IS NULL AND refused_at IS NULL
                          AND superseded_at IS NULL""", promotionId).update(connection);
        return Query.of("""
                        INSERT INTO rescore_run (promotion_id, customers, remaining_before)
                        SELECT ?, count(*), count(*) FROM customer_risk ON CONFLICT DO NOTHING""", promotionId).update(connection) == 1;
    }

    /** The run, for this transaction only; empty when it has ended or another instance is at it. */
    Optional<RescoreRun> lock(Connection connection, long promotionId) throws SQLException {
        return Query.of("""
                        SELECT r.*, p.to_version,
                               extract(epoch FROM now() - r.advanced_at) AS idle_seconds,
                               extract(epoch FROM now() - coalesce(r.remaining_since, now())) AS unchanged_seconds
                        FROM rescore_run r JOIN model_promotion p ON p.id = r.promotion_id
                        WHERE r.promotion_id = ? AND r.finished_at IS NULL AND r.refused_at IS NULL
                        FOR UPDATE OF r SKIP LOCKED""", promotionId).first(connection, RescoreRun::of);
    }

    /** Ends the run of a champion that the job refuses, since nobody will ever be scored by it; true when it is one. */
    boolean endIfRefused(Connection connection, RescoreRun run) throws SQLException {
        return Query.of("""
                        UPDATE rescore_run SET refused_at = now()
                        WHERE promotion_id = ?
                          AND EXISTS (SELECT FROM model_status WHERE model_version = ? AND state = 'REFUSED')""", run.promotionId(), run.modelVersion()).update(connection) == 1;
    }

    /** The next customers of the pass, in the order of their ids. */
    List<Long> customers(Connection connection, RescoreRun run, int limit) throws SQLException {
        return Query.of("""
                        SELECT customer_id FROM customer_risk
                        WHERE customer_id > ? AND (NOT ? OR model_version <> ?)
                        ORDER BY customer_id LIMIT ?""", run.lastCustomerId(), run.isOfOthersOnly(), run.modelVersion(), limit)
                .list(connection, row -> row.count("customer_id"));
    }

    void advance(Connection connection, RescoreRun run, long lastCustomerId, int sent) throws SQLException {
        Query.of("""
                        UPDATE rescore_run SET last_customer_id = ?, sent = sent + ?, advanced_at = now()
                        WHERE promotion_id = ?""", lastCustomerId, sent, run.promotionId()).update(connection);
    }

    void endPass(Connection connection, RescoreRun run) throws SQLException {
        Query.of("UPDATE rescore_run SET sent_at = now() WHERE promotion_id = ?", run.promotionId())
                .update(connection);
    }

    /** How many customers' latest score is by another model. */
    long remaining(Connection connection, RescoreRun run) throws SQLException {
        return Query.of("SELECT count(*) AS customers FROM customer_risk WHERE model_version <> ?", run.modelVersion())
                .single(connection, row -> row.count("customers"));
    }

    void saveRemaining(Connection connection, RescoreRun run, long remaining) throws SQLException {
        Query.of("""
                        UPDATE rescore_run SET remaining = ?, remaining_since = now()
                        WHERE promotion_id = ? AND remaining IS DISTINCT FROM ?""", remaining, run.promotionId(), remaining).update(connection);
    }

    void beginNextPass(Connection connection, RescoreRun run, long remaining) throws SQLException {
        Query.of("""
                        UPDATE rescore_run SET pass = pass + 1, last_customer_id = 0, sent_at = NULL, remaining_before = ?
                        WHERE promotion_id = ?""", remaining, run.promotionId()).update(connection);
    }

    void finish(Connection connection, RescoreRun run) throws SQLException {
        Query.of("UPDATE rescore_run SET finished_at = now() WHERE promotion_id = ?", run.promotionId())
                .update(connection);
    }
}
