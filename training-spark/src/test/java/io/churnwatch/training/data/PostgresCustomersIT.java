package io.churnwatch.training.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.churnwatch.local.service.PostgresServer;
import io.churnwatch.store.MigratedPostgres;
import io.churnwatch.training.SparkForTests;
import io.churnwatch.training.support.TrainingDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkForTests.class)
class PostgresCustomersIT {
    @Test
    void theTableIsReadInRangesOfIdsThatHoldEveryoneOnce(SparkSession spark) throws SQLException {
        try (PostgresServer postgres = MigratedPostgres.temporary()) {
            execute(postgres, "INSERT INTO customer_churn (customer_id) SELECT 7 * n FROM generate_series(1, 1000) n");

            Dataset<Row> customers =
                    new PostgresCustomers(TrainingDatabase.of(postgres.environment()), 300).read(spark);

            assertThat(customers.toJavaRDD().getNumPartitions()).isEqualTo(4);
            assertThat(customers.count()).isEqualTo(1_000);
            assertThat(customers.select("customer_id").distinct().count()).isEqualTo(1_000);
        }
    }

    @Test
    void theLatestOutcomeOfACustomerCountsAndWithoutOneTheProfile(SparkSession spark) throws SQLException {
        try (PostgresServer postgres = MigratedPostgres.temporary()) {
            execute(postgres, """
                    INSERT INTO customer_churn (customer_id, exited)
                    VALUES (1, false), (2, true), (3, false), (4, true), (5, NULL)""");
            execute(postgres, """
                    INSERT INTO churn_outcome (customer_id, occurred_at, outcome, source, recorded_by)
                    VALUES (3, '2026-01-31T12:00:00Z', 'EXITED', 'CSV', 'an admin'),
                           (4, '2026-01-31T12:00:00Z', 'EXITED', 'CSV', 'an admin'),
                           (4, '2026-02-28T12:00:00Z', 'STAYED', 'CSV', 'an admin')""");

            Dataset<Row> customers = new PostgresCustomers(TrainingDatabase.of(postgres.environment())).read(spark);

            assertThat(customers.select("customer_id", "exited", "occurred_at").collectAsList())
                    .containsExactlyInAnyOrder(
                            RowFactory.create(1, false, null),
                            RowFactory.create(2, true, null),
                            RowFactory.create(3, true, Timestamp.from(Instant.parse("2026-01-31T12:00:00Z"))),
                            RowFactory.create(4, false, Timestamp.from(Instant.parse("2026-02-28T12:00:00Z"))),
                            RowFactory.create(5, null, null));
        }
    }

    @Test
    void anEmptyTableIsReadAsEmpty(SparkSession spark) throws SQLException {
        try (PostgresServer postgres = MigratedPostgres.temporary()) {
            assertThat(new PostgresCustomers(TrainingDatabase.of(postgres.environment()))
                            .read(spark)
                            .count())
                    .isZero();
        }
    }

    private static void execute(PostgresServer postgres, String sql) throws SQLException {
        try (Connection connection = postgres.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
