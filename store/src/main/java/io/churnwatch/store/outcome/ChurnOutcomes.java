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
            WITH outcomes AS (
                     SELECT t.position, t.customer_id, t.outcome, t.occurred_at::timestamptz AS occurred_at
                     FROM unnest(:customers::bigint[], :outcomes::text[], :times::text[]) WITH ORDINALITY
                         AS t (customer_id, outcome, occurred_at, position)),
                 customer AS MATERIALIZED (
                     SELECT customer_id FROM customer_churn WHERE customer_id IN (SELECT customer_id FROM outcomes)
                     ORDER BY customer_id FOR KEY SHARE),
                 written AS (
                     INSERT INTO churn_outcome AS known (customer_id, outcome, occurred_at, source, recorded_by)
                     SELECT customer_id, outcome, occurred_at, :source, :recordedBy FROM outcomes JOIN customer USING (customer_id)
                     ORDER BY customer_id, occurred_at
                     ON CONFLICT (customer_id, occurred_at) DO UPDATE SET outcome = excluded.outcome,
                         source = excluded.source, recorded_by = excluded.recorded_by, recorded_at = now()
                     WHERE known.outcome <> excluded.outcome)
            SELECT CASE WHEN customer.customer_id IS NULL THEN 'UNKNOWN_CUSTOMER'
                        WHEN before.outcome IS NULL THEN 'RECORDED'
                        WHEN before.outcome = outcomes.outcome THEN 'REPEATED'
                        ELSE 'CORRECTED' END
            FROM outcomes LEFT JOIN customer USING (customer_id)
            LEFT JOIN churn_outcome before USING (customer_id, occurred_at) -- as it was before the statement
            ORDER BY outcomes.position""";

    /**
     * Records outcomes. A recorded outcome stays, unless another one of the same customer and time comes: then the later
     * word counts, also against the feed's.
     *
     * @param outcomes with no key twice
     * @return what became of each, in the same order
     */
    public static List<Recording> record(
            Handle handle, List<ChurnOutcome> outcomes, OutcomeSource source, String recordedBy) {
        requireDistinct(outcomes);
        return handle.createQuery(RECORD)
                .bindArray("customers", Long.class, each(outcomes, ChurnOutcome::customerId))
                .bindArray(
                        "outcomes",
                        String.class,
                        each(outcomes, outcome -> outcome.outcome().name()))
                .bindArray(
                        "times",
                        String.class,
                        each(outcomes, outcome -> outcome.occurredAt().toString()))
                .bind("source", source)
                .bind("recordedBy", recordedBy)
                .mapTo(Recording.class)
                .list();
    }

    /** One statement touches a row only once. */
    private static void requireDistinct(List<ChurnOutcome> outcomes) {
        Set<ChurnOutcome.Key> keys = new HashSet<>();
        for (ChurnOutcome each : outcomes) {
            if (!keys.add(each.key())) {
                throw new IllegalArgumentException("Recorded twice at once: " + each);
            }
        }
    }

    private static <T> List<T> each(List<ChurnOutcome> outcomes, Function<ChurnOutcome, T> column) {
        return outcomes.stream().map(column).toList();
    }

    private ChurnOutcomes() {}
}
