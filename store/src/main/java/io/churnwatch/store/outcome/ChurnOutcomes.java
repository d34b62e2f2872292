package io.churnwatch.store.outcome;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** The table {@code churn_outcome}, for the outcomes that people report: in files and over the API. The job writes the exits of the feed. */
public final class ChurnOutcomes {
    /** The row of the customer is held until the end of the transaction, so that nobody erases it meanwhile. */
    private static final String RECORD = """
            WITH told AS (
                     SELECT t.position, t.customer_id, t.outcome, t.occurred_at::timestamptz AS occurred_at
                     FROM unnest(:customers::bigint[], :outcomes::text[], :times::text[]) WITH ORDINALITY
                         AS t (customer_id, outcome, occurred_at, position)),
                 customer AS MATERIALIZED (
                     SELECT customer_id FROM customer_churn WHERE customer_id IN (SELECT customer_id FROM told)
                     ORDER BY customer_id FOR KEY SHARE),
                 written AS (
                     INSERT INTO churn_outcome AS known (customer_id, outcome, occurred_at, source, recorded_by)
                     SELECT customer_id, outcome, occurred_at, :source, :recordedBy FROM told JOIN customer USING (customer_id)
                     ORDER BY customer_id, occurred_at
                     ON CONFLICT (customer_id, occurred_at) DO UPDATE SET outcome = excluded.outcome,
                         source = excluded.source, recorded_by = excluded.recorded_by, recorded_at = now()
                     WHERE known.outcome <> excluded.outcome)
            SELECT CASE WHEN customer.customer_id IS NULL THEN 'UNKNOWN_CUSTOMER'
                        WHEN before.outcome IS NULL THEN 'RECORDED'
                        WHEN before.outcome = told.outcome THEN 'REPEATED'
                        ELSE 'CORRECTED' END
            FROM told LEFT JOIN customer USING (customer_id)
            LEFT JOIN churn_outcome before USING (customer_id, occurred_at) -- as it was before the statement
            ORDER BY told.position""";

    /**
     * Writes what is told. What stands there already stays, unless it was another outcome at the same time: then the later
     * word counts, also against the feed's.
     *
     * @param told with no key twice
     * @return what became of each, in the same order
     */
    public static List<Recording> record(
            Handle handle, List<ChurnOutcome> told, OutcomeSource source, String recordedBy) {
        requireDistinct(told);
        return handle.createQuery(RECORD)
                .bindArray("customers", Long.class, each(told, ChurnOutcome::customerId))
                .bindArray(
                        "outcomes",
                        String.class,
                        each(told, outcome -> outcome.outcome().name()))
                .bindArray(
                        "times",
                        String.class,
                        each(told, outcome -> outcome.occurredAt().toString()))
                .bind("source", source)
                .bind("recordedBy", recordedBy)
                .mapTo(Recording.class)
                .list();
    }

    /** One statement touches a row only once. */
    private static void requireDistinct(List<ChurnOutcome> told) {
        Set<ChurnOutcome.Key> keys = new HashSet<>();
        for (ChurnOutcome each : told) {
            if (!keys.add(each.key())) {
                throw new IllegalArgumentException("Told twice at once: " + each);
            }
        }
    }

    private static <T> List<T> each(List<ChurnOutcome> told, Function<ChurnOutcome, T> column) {
        return told.stream().map(column).toList();
    }

    private ChurnOutcomes() {}
}
