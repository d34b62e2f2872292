package io.churnwatch.stream.sink;

import io.churnwatch.risk.RiskScored;
import java.util.List;

/** Turns the scores of the events by which customers left into rows of {@code churn_outcome}. */
final class ChurnOutcomeTable {
    static final List<Column<RiskScored>> COLUMNS = List.of(
            Column.of("customer_id", "int8", RiskScored::customerId),
            Column.time("occurred_at", score -> score.trigger().occurredAt()));

    /** An outcome that a person recorded for that customer and time stays. */
    static final String WRITE = """
            INSERT INTO churn_outcome ({columns}, outcome, source) SELECT {values}, 'EXITED', 'FEED' FROM {batch}
            ON CONFLICT (customer_id, occurred_at) DO NOTHING""";

    private ChurnOutcomeTable() {}
}
