package io.churnwatch.store.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.churnwatch.store.StoreDatabase;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@SuppressWarnings("NullAway.Init")
class ChurnOutcomesIT {
    private static final Instant DAY = Instant.parse("2026-03-04T23:59:59.123456Z");

    private static StoreDatabase database;
    private Handle handle;

    @BeforeAll
    static void start() {
        database = new StoreDatabase();
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @BeforeEach
    void connect() {
        database.execute("TRUNCATE customer_churn CASCADE");
        handle = database.open();
        handle.execute("INSERT INTO customer_churn (customer_id) VALUES (1), (9007199254740991)");
    }

    @AfterEach
    void disconnect() {
        handle.close();
    }

    @Test
    void eachOutcomeIsAnsweredInItsPlace() {
        record(exit(1), exit(9_007_199_254_740_991L));

        assertThat(record(new ChurnOutcome(1, Outcome.STAYED, DAY), exit(7), exit(9_007_199_254_740_991L)))
                .containsExactly(Recording.CORRECTED, Recording.UNKNOWN_CUSTOMER, Recording.REPEATED);
        assertThat(record(exit(1, DAY.plusSeconds(1)))).containsExactly(Recording.RECORDED);
        assertThat(database.text("""
                        SELECT string_agg(outcome || ' ' || source || ' ' || recorded_by, ', ' ORDER BY occurred_at)
                        FROM churn_outcome WHERE customer_id = 1""")).isEqualTo("STAYED API a person, EXITED API a person");
    }

    @Test
    void thePersonWhoCorrectsTheFeedIsNamed() {
        handle.execute(
                "INSERT INTO churn_outcome (customer_id, occurred_at, outcome, source) VALUES (1, ?, 'EXITED', 'FEED')",
                DAY);

        assertThat(record(exit(1))).containsExactly(Recording.REPEATED);
        assertThat(database.text("SELECT source FROM churn_outcome")).isEqualTo("FEED");
        assertThat(record(new ChurnOutcome(1, Outcome.STAYED, DAY))).containsExactly(Recording.CORRECTED);
        assertThat(database.text("SELECT recorded_by FROM churn_outcome")).isEqualTo("a person");
    }

    @Test
    void oneOutcomeTwiceAtOnceIsABug() {
        assertThatThrownBy(() -> record(exit(1), exit(1))).isInstanceOf(IllegalArgumentException.class);
    }

    private List<Recording> record(ChurnOutcome... outcomes) {
        return ChurnOutcomes.record(handle, List.of(outcomes), OutcomeSource.API, "a person");
    }

    private static ChurnOutcome exit(long customerId) {
        return exit(customerId, DAY);
    }

    private static ChurnOutcome exit(long customerId, Instant at) {
        return new ChurnOutcome(customerId, Outcome.EXITED, at);
    }
}
