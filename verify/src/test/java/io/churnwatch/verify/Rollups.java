package io.churnwatch.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.churnwatch.risk.Recount;
import java.sql.Connection;
import java.time.Duration;

/** The sums that the job keeps, held against a recount. */
final class Rollups {
    /** They are written a little later than the rows that they sum up. */
    static void awaitRight(Connection database) {
        await().atMost(Duration.ofMinutes(2)).untilAsserted(() -> {
            assertThat(Sql.rows(database, Recount.DISTRIBUTION_DIFFERS))
                    .as("distribution")
                    .isEmpty();
            assertThat(Sql.rows(database, Recount.TREND_DIFFERS)).as("trend").isEmpty();
            assertThat(Sql.rows(database, Recount.ALERTS_DIFFER)).as("alerts").isEmpty();
        });
    }

    private Rollups() {}
}
