package io.churnwatch.training.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.churnwatch.training.SparkForTests;
import io.churnwatch.training.TrainingFailedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkForTests.class)
class CleanCustomersIT {
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
                .containsExactly(CustomerColumns.all().toArray(String[]::new));
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
        CustomerSource source = CustomerFile.of(parquet);

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
        Path file = folder.resolve("customers.csv");
        Files.writeString(file, header + "\n" + String.join("\n", List.of(rows)) + "\n");
        CsvCustomers source = new CsvCustomers(file);
        return CleanCustomers.of(source.read(spark), source.name());
    }
}
