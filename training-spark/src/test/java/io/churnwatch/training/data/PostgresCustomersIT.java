package io.churnwatch.training.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.churnwatch.local.service.PostgresServer;
import io.churnwatch.training.Database;
import io.churnwatch.training.SparkForTests;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkForTests.class)
class PostgresCustomersIT {
    @Test
    void theTableIsReadInRangesOfIdsThatHoldEveryoneOnce(SparkSession spark) throws SQLException {
        try (PostgresServer postgres = PostgresServer.temporary().migrate()) {
            insert(postgres);

            Dataset<Row> customers = new PostgresCustomers(Database.of(postgres.environment()), 300).read(spark);

            assertThat(customers.toJavaRDD().getNumPartitions()).isEqualTo(4);
            assertThat(customers.count()).isEqualTo(1_000);
            assertThat(customers.select("customer_id").distinct().count()).isEqualTo(1_000);
        }
    }

    @Test
    void anEmptyTableIsReadAsEmpty(SparkSession spark) throws SQLException {
        try (PostgresServer postgres = PostgresServer.temporary().migrate()) {
            assertThat(new PostgresCustomers(Database.of(postgres.environment()))
                            .read(spark)
                            .count())
                    .isZero();
        }
    }

    private static void insert(PostgresServer postgres) throws SQLException {
        try (Connection connection = postgres.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO customer_churn (customer_id) SELECT 7 * n FROM generate_series(1, 1000) n");
        }
    }
}
