package io.churnwatch.store.model;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jspecify.annotations.Nullable;

/** Reads the table {@code rescore_run}, which the API writes. */
public final class RescoreRuns {

    /**
     * How far the customers are scored again.
     *
     * @param toVersion the champion that scores
     * @param sent how many were asked for, of all customers
     * @param remaining whose latest score is by another model, as last counted
     * @param reason why the job refuses the champion
     */
    public record Progress(
            String toVersion,
            long sent,
            long customers,
            long remaining,
            @Nullable Instant sentAt,
            @Nullable Instant finishedAt,
            @Nullable Instant refusedAt,
            @Nullable String reason) {}

    /** Of the latest champion; empty before the second one. */
    public static Optional<Progress> latest(Handle handle) {
        return handle.createQuery("""
                        SELECT p.to_version, r.sent, r.customers, r.remaining, r.sent_at, r.finished_at, r.refused_at,
                            s.reason
                        FROM rescore_run r JOIN model_promotion p ON p.id = r.promotion_id
                        LEFT JOIN model_status s ON s.model_version = p.to_version
                        ORDER BY r.promotion_id DESC LIMIT 1""").map(ConstructorMapper.of(Progress.class)).findOne();
    }

    private RescoreRuns() {}
}
