package io.churnwatch.training.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.churnwatch.training.SparkForTests;
import io.churnwatch.training.support.TrainingFailedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkForTests.class)
class CleanCustomersIT {
    private static final String FILE = "customers.csv";
    private static final OutcomePeriod SINCE_NEW_YEAR =
            new OutcomePeriod(LocalDate.of(2026, 1, 1), Instant.parse("2026-03-04T12:00:00Z"));
    private static final String HEADER = "customer_id,credit_score,geography,gender,age,tenure,balance,num_of_products,"
            + "has_cr_card,is_active_member,estimated_salary,exited";
    private static final String LEFT = ",612,Germany,Female,42,2,0,1,1,0,101348.88,1";
    private static final String STAYED = ",612,France,Male,32,2,0,2,1,1,101348.88,0";

    @Test
    void anySpellingOfTheColumnsIsUnderstood(@TempDir Path folder, SparkSession spark) throws IOException {
        String header = "RowNumber,CustomerId,Surname,CreditScore,Geography,Gender,Age,Tenure,Balance,NumOfProducts,"
                + "HasCrCard,IsActiveMember,EstimatedSalary,Exited";

        CleanCustomers customers = clean(folder, spark, header, "1,15,Hill" + LEFT, "2,16,Boni" + STAYED);

        assertThat(customers.count()).isEqualTo(2);
        assertThat(customers.exited()).isEqualTo(1);
        assertThat(customers.rows().columns())
                .startsWith(TrainingColumns.all().toArray(String[]::new))
                .endsWith(TrainingColumns.OCCURRED_AT);
        assertThat(customers.report().exitTimes()).isEqualTo(ExitTimes.NONE);
    }

    @Test
    void timesOfOutcomesAreTakenFromAColumnOfTheFileAndRowsOfBeforeThePeriodAreLeftOut(
            @TempDir Path folder, SparkSession spark) throws IOException {
        String[] rows = {
            "1" + LEFT + ",2025-06-30",
            "2" + LEFT + ",2026-01-01 08:00",
            "3" + LEFT + ",2026-02-28",
            "4" + LEFT + ",",
            "5" + STAYED + ",2025-12-31",
            "6" + STAYED + ","
        };

        CleanCustomers all = clean(folder, spark, HEADER + ",OccurredAt", rows);
        CleanCustomers some = CleanCustomers.of(source(folder).read(spark), "The file", SINCE_NEW_YEAR);

        assertThat(all.count()).isEqualTo(6);
        assertThat(all.report().exitTimes())
                .isEqualTo(
                        new ExitTimes(3, Instant.parse("2025-06-30T23:59:59Z"), Instant.parse("2026-02-28T23:59:59Z")));
        assertThat(some.report().summary())
                .isEqualTo("3 customers, 2 of them left, with outcomes since 2026-01-01; left out 1 row with exit of"
                        + " unknown time, 2 rows with outcome before 2026-01-01");
    }

    @Test
    void aPeriodThatLeavesNobodyOrOnlyThoseWhoStayedIsReportedWithTheRemedy(
            @TempDir Path older, @TempDir Path timeless, SparkSession spark) throws IOException {
        clean(older, spark, HEADER + ",occurred_at", "1" + LEFT + ",2025-06-30", "2" + STAYED + ",2025-12-31");
        clean(timeless, spark, HEADER, "1" + LEFT, "2" + STAYED);
        Dataset<Row> old = source(older).read(spark);
        Dataset<Row> untimed = source(timeless).read(spark);

        assertThatThrownBy(() -> CleanCustomers.of(old, "The file", SINCE_NEW_YEAR))
                .isInstanceOf(TrainingFailedException.class)
                .hasMessageContaining("no customer to learn from (left out 2 rows with outcome before 2026-01-01)")
                .hasMessageContaining("With --since 2026-01-01 only outcomes from that day on count: give an earlier");
        assertThatThrownBy(() -> CleanCustomers.of(untimed, "The file", SINCE_NEW_YEAR))
                .isInstanceOf(TrainingFailedException.class)
                .hasMessageContaining(
                        "All 1 customers of The file have stayed (left out 1 row with exit of unknown time)")
                .hasMessageContaining("record when customers left, by './churnwatch outcomes import FILE.csv'");
    }

    @Test
    void rowsThatTheFeedWouldRejectAreLeftOutAndCounted(@TempDir Path folder, SparkSession spark) throws IOException {
        CleanCustomers customers =
                clean(folder, spark, HEADER, "1" + LEFT, "2" + STAYED, "3" + LEFT.replace("42", "7"), "none" + LEFT);

        assertThat(customers.count()).isEqualTo(2);
        assertThat(customers.report().dropped())
                .isEqualTo(Map.of("age out of range", 1L, "customer_id not a positive integer", 1L));
        assertThat(customers.report().summary())
                .isEqualTo("2 customers, 1 of them left; left out 1 row with age out of range, "
                        + "1 row with customer_id not a positive integer");
    }

    @Test
    void aMissingColumnIsNamedWithThoseThatAreThere(@TempDir Path folder, SparkSession spark) {
        String header = HEADER.replace("geography,", "").replace("age,", "years,");

        assertThatThrownBy(() -> clean(folder, spark, header))
                .isInstanceOf(TrainingFailedException.class)
                .hasMessageContaining(
                        "lacks the columns geography, age. It has: customer_id, credit_score, gender, years,");
    }

    @Test
    void anEmptyTableIsSaidToBeEmpty(@TempDir Path folder, SparkSession spark) {
        assertThatThrownBy(() -> clean(folder, spark, HEADER))
                .isInstanceOf(TrainingFailedException.class)
                .hasMessageContaining("has no customer to learn from");
    }

    @Test
    void customersWhoAllStayedTeachNothing(@TempDir Path folder, SparkSession spark) {
        assertThatThrownBy(() -> clean(folder, spark, HEADER, "1" + STAYED, "2" + STAYED))
                .isInstanceOf(TrainingFailedException.class)
                .hasMessageContaining("All 2 customers of")
                .hasMessageContaining("have stayed: a model needs examples of both");
    }

    @Test
    void aCustomerWhoIsThereTwiceIsNamed(@TempDir Path folder, SparkSession spark) {
        assertThatThrownBy(() -> clean(folder, spark, HEADER, "15" + LEFT, "16" + STAYED, "16" + STAYED))
                .isInstanceOf(TrainingFailedException.class)
                .hasMessageContaining("for example customer_id 16. Keep one row of each.");
    }

    @Test
    void parquetIsReadLikeCsv(@TempDir Path folder, SparkSession spark) throws IOException {
        CleanCustomers customers = clean(folder, spark, HEADER, "1" + LEFT, "2" + STAYED);
        Path parquet = folder.resolve("customers.parquet");
        customers.rows().write().parquet(parquet.toUri().toString());
        CustomerSource source = new FileCustomers(parquet);

        CleanCustomers again = CleanCustomers.of(source.read(spark), source.name());

        assertThat(again.report()).isEqualTo(customers.report());
        assertThat(again.rows().collectAsList())
                .containsExactlyInAnyOrderElementsOf(customers.rows().collectAsList());
    }

    @Test
    void whatIsUnknownIsCounted(@TempDir Path folder, SparkSession spark) throws IOException {
        CleanCustomers customers =
                clean(folder, spark, HEADER, "1" + LEFT, "2" + STAYED.replace("France", ""), "3" + STAYED);

        assertThat(customers.report().unknown()).isEqualTo(Map.of("geography", 1L));
        assertThat(customers.report().known("geography")).isEqualTo(2);
        assertThat(customers.report().categories()).isEqualTo(Map.of("geography", 2L, "gender", 2L));
    }

    private static CleanCustomers clean(Path folder, SparkSession spark, String header, String... rows)
            throws IOException {
        Files.writeString(folder.resolve(FILE), header + "\n" + String.join("\n", List.of(rows)) + "\n");
        FileCustomers source = source(folder);
        return CleanCustomers.of(source.read(spark), source.name());
    }

    private static FileCustomers source(Path folder) {
        return new FileCustomers(folder.resolve(FILE));
    }
}
