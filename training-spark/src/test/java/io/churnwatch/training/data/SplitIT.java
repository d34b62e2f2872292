package io.churnwatch.training.data;

import static org.apache.spark.sql.functions.expr;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.churnwatch.training.GeneratedCustomers;
import io.churnwatch.training.SparkForTests;
import io.churnwatch.training.publish.TrainingDataHash;
import io.churnwatch.training.support.TrainingFailedException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkForTests.class)
@SuppressWarnings("NullAway.Init")
class SplitIT {
    private static final String STAYED_UNTIL_BEFORE = "customer_id % 3 = 0";
    private static final String STAYED_UNTIL_AFTER = "customer_id % 3 = 1";
    private static final String STAYED_UNTIL_NOW = "customer_id % 3 = 2";

    private static CleanCustomers customers;

    @BeforeAll
    static void read(@TempDir Path folder, SparkSession spark) throws IOException {
        FileCustomers source = new FileCustomers(GeneratedCustomers.csv(folder.resolve("customers.csv"), 1_000, 8));
        customers = CleanCustomers.of(source.read(spark), source.name());
    }

    @Test
    void aFifthOfEitherOutcomeIsHeldOut() {
        Split split = Split.of(customers, 7);

        assertThat(split.heldOut().count()).isBetween(199L, 201L);
        assertThat(exited(split.heldOut())).isEqualTo(Math.round(customers.exited() / 5.0));
        assertThat(ids(split.training())).doesNotContainAnyElementsOf(ids(split.heldOut()));
    }

    @Test
    void withoutTimesTheIdsDecideAndItIsToldWhy() {
        assertThat(Split.of(customers, 7).holdOut())
                .isEqualTo(HoldOut.byId("the time of the exit is known of 0 of the %d who left, and half are needed"
                        .formatted(customers.exited())));
    }

    @Test
    void theNewestExitsAreHeldOut() {
        CleanCustomers timed = CleanCustomers.of(withTimes(), "The table");
        Dataset<Row> newest = timed.rows()
                .filter("exited = 1")
                .orderBy(functions.col("occurred_at").desc_nulls_last())
                .limit((int) Math.round(timed.exited() / 5.0));

        Split split = Split.of(timed, 7);

        assertThat(ids(split.heldOut().filter("exited = 1"))).containsExactlyInAnyOrderElementsOf(ids(newest));
        assertThat(split.holdOut())
                .isEqualTo(HoldOut.from(newest.agg(functions.min("occurred_at"))
                        .first()
                        .getTimestamp(0)
                        .toInstant()));
        assertThat(ids(split.training()))
                .doesNotContainAnyElementsOf(ids(split.heldOut()))
                .hasSize((int) (timed.count() - split.heldOut().count()));
    }

    @Test
    void ofThoseWhoStayedAnybodyIsHeldOutWhoWasStillThereThen() {
        Dataset<Row> heldOut = Split.of(CleanCustomers.of(withTimes(), "The table"), 7)
                .heldOut()
                .filter("exited = 0");

        assertThat(heldOut.count()).isEqualTo(Math.round((customers.count() - customers.exited()) / 5.0));
        assertThat(heldOut.filter(STAYED_UNTIL_BEFORE).count()).isZero();
        assertThat(heldOut.filter(STAYED_UNTIL_AFTER).count()).isPositive();
        assertThat(heldOut.filter(STAYED_UNTIL_NOW).count()).isPositive();
    }

    @Test
    void theModelsDoNotSeeTheTimes() {
        Split split = Split.of(CleanCustomers.of(withTimes(), "The table"), 7);

        assertThat(split.training().columns())
                .containsExactly(TrainingColumns.all().toArray(String[]::new));
        assertThat(split.heldOut().columns()).isEqualTo(split.training().columns());
    }

    /** The time of each fourth exit is not known; the others are an hour apart. */
    private static Dataset<Row> withTimes() {
        Column occurredAt = functions
                .when(expr("exited = 1 AND customer_id % 4 = 0"), null)
                .when(
                        expr("exited = 1"),
                        expr("TIMESTAMP '2026-01-01 00:00:00' + make_interval(0, 0, 0, 0, customer_id % 1000)"))
                .when(expr(STAYED_UNTIL_BEFORE), expr("TIMESTAMP '2025-12-31 00:00:00'"))
                .when(expr(STAYED_UNTIL_AFTER), expr("TIMESTAMP '2026-06-30 00:00:00'"));
        return customers.rows().withColumn("occurred_at", occurredAt);
    }

    @Test
    void everyoneIsHeldOutInOneFold() {
        List<Split> folds = Folds.of(customers.rows(), 3, 7);

        List<Long> heldOut =
                folds.stream().flatMap(fold -> ids(fold.heldOut()).stream()).toList();

        assertThat(heldOut).containsExactlyInAnyOrderElementsOf(ids(customers.rows()));
        assertThat(folds)
                .allSatisfy(fold -> assertThat(exited(fold.heldOut()))
                        .isBetween(customers.exited() / 3, customers.exited() / 3 + 1));
    }

    @Test
    void theHashOfTheRowsDependsOnEachOfThemAndNotOnTheirOrder() {
        Dataset<Row> rows = customers.rows();
        String hash = TrainingDataHash.of(rows);

        assertThat(hash).hasSize(64);
        assertThat(TrainingDataHash.of(rows.orderBy(functions.col("balance")).repartition(3)))
                .isEqualTo(hash);
        assertThat(TrainingDataHash.of(rows.limit(999))).isNotEqualTo(hash);
    }

    @Test
    void aSampleIsAboutAsLargeAsItsLimit() {
        assertThat(CustomerSample.of(customers.rows(), 1_000, 300, 7).count()).isBetween(240L, 360L);
        assertThat(CustomerSample.of(customers.rows(), 1_000, 1_000, 7).count()).isEqualTo(1_000);
    }

    @Test
    void aHandfulOfThoseWhoLeftIsTooFew() {
        Dataset<Row> few = customers
                .rows()
                .filter("exited = 1")
                .limit(9)
                .union(customers.rows().filter("exited = 0"));

        assertThatThrownBy(() -> Split.of(CleanCustomers.of(few, "The table"), 7))
                .isInstanceOf(TrainingFailedException.class)
                .hasMessageContaining("Only 9 customers have one of the two outcomes");
    }

    private static long exited(Dataset<Row> rows) {
        return rows.filter("exited = 1").count();
    }

    private static List<Long> ids(Dataset<Row> rows) {
        return rows.select("customer_id").collectAsList().stream()
                .map(row -> row.getLong(0))
                .toList();
    }
}
