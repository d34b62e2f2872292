package io.churnwatch.training.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.churnwatch.feed.ProfileField;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CleanCustomerTest {
    private static final StructType CLEAN = CleanCustomer.schema();

    @Test
    void cellsOfACsvBecomeNumbersAndCategories() {
        Row clean = clean(Map.of());

        assertThat(value(clean, "customer_id")).isEqualTo(15_000_001);
        assertThat(value(clean, "geography")).isEqualTo("Germany");
        assertThat(value(clean, "age")).isEqualTo(42.0);
        assertThat(value(clean, "has_cr_card")).isEqualTo(1.0);
        assertThat(value(clean, "is_active_member")).isEqualTo(0.0);
        assertThat(value(clean, "exited")).isEqualTo(1.0);
        assertThat(problem(clean)).isNull();
    }

    @Test
    void valuesOfADatabaseBecomeTheSame() {
        Row clean = clean(Map.of("age", 42, "balance", new BigDecimal("100.25"), "exited", true));

        assertThat(value(clean, "age")).isEqualTo(42.0);
        assertThat(value(clean, "balance")).isEqualTo(100.25);
        assertThat(value(clean, "exited")).isEqualTo(1.0);
    }

    @Test
    void numbersOfAParquetFileBecomeYesAndNo() {
        Row clean = clean(Map.of("has_cr_card", 1L, "is_active_member", 0.0, "exited", 1));

        assertThat(value(clean, "has_cr_card")).isEqualTo(1.0);
        assertThat(value(clean, "is_active_member")).isEqualTo(0.0);
        assertThat(value(clean, "exited")).isEqualTo(1.0);
        assertThat(problem(clean(Map.of("has_cr_card", 2)))).isEqualTo("has_cr_card wrong type");
    }

    @Test
    void whatIsUnknownStaysUnknown() {
        assertThat(value(clean(Map.of("age", "")), "age")).isNull();
        assertThat(value(clean(Map.of("geography", "  ")), "geography")).isNull();
    }

    @Test
    void aRowThatTheFeedWouldRejectKeepsItsProblem() {
        assertThat(problem(clean(Map.of("age", "7")))).isEqualTo("age out of range");
        assertThat(problem(clean(Map.of("balance", "much")))).isEqualTo("balance wrong type");
    }

    @Test
    void aCustomerWithoutAnOutcomeTeachesNothing() {
        assertThat(problem(clean(Map.of("exited", "")))).isEqualTo("exited unknown");
    }

    @Test
    void aCustomerWithoutAnIdIsNone() {
        assertThat(problem(clean(Map.of("customer_id", "-1")))).isEqualTo("customer_id not a positive integer");
        assertThat(problem(clean(Map.of("customer_id", "x")))).isEqualTo("customer_id not a positive integer");
    }

    private static Row clean(Map<String, Object> changes) {
        Map<String, Object> cells = new LinkedHashMap<>();
        cells.put("customer_id", "15000001");
        ProfileField.features().forEach(field -> cells.put(field.column(), cell(field)));
        cells.put("exited", "yes");
        cells.putAll(changes);
        StructType raw = new StructType();
        for (String name : cells.keySet()) {
            raw = raw.add(name, DataTypes.StringType);
        }
        return new CleanCustomer().call(new GenericRowWithSchema(cells.values().toArray(), raw));
    }

    private static String cell(ProfileField field) {
        return switch (field) {
            case CREDIT_SCORE -> "612";
            case GEOGRAPHY -> "Germany";
            case GENDER -> "Female";
            case HAS_CR_CARD -> "true";
            case IS_ACTIVE_MEMBER -> "0";
            case NUM_OF_PRODUCTS -> "1";
            default -> "42";
        };
    }

    private static @Nullable Object value(Row clean, String name) {
        return clean.get(CLEAN.fieldIndex(name));
    }

    private static @Nullable Object problem(Row clean) {
        return value(clean, CleanCustomer.PROBLEM);
    }
}
