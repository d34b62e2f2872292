package io.churnwatch.training.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.churnwatch.feed.ProfileField;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CleanCustomerTest {
    private static final StructType CLEAN = CleanCustomer.schema();
    private static final OutcomePeriod UNTIL_NOON = new OutcomePeriod(null, Instant.parse("2026-03-04T12:00:00Z"));

    @Test
    void cellsOfACsvBecomeNumbersAndCategories() {
        Row clean = clean(Map.of());

        assertThat(value(clean, "customer_id")).isEqualTo(15_000_001L);
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

    @ParameterizedTest
    @CsvSource({
        "2026-03-03, 2026-03-03T23:59:59Z",
        "2026-03-03 10:15, 2026-03-03T10:15:00Z",
        "2026-03-03T10:15:00+01:00, 2026-03-03T09:15:00Z"
    })
    void theTimeOfAnOutcomeIsReadAsInAFileOfOutcomes(String cell, Instant time) {
        assertThat(value(clean(Map.of("occurred_at", cell)), "occurred_at")).isEqualTo(Timestamp.from(time));
    }

    @ParameterizedTest
    @ValueSource(strings = {"March", "2026-03-04T12:00:01Z", "0026-03-03"})
    void aRowWithABrokenTimeKeepsItsProblem(String cell) {
        assertThat(problem(clean(Map.of("occurred_at", cell)))).isEqualTo("occurred_at no time from 1900 until now");
    }

    @Test
    void theTimeOfADatabaseIsTakenAsItIs() {
        Timestamp time = Timestamp.from(Instant.parse("2026-03-03T10:15:00.123456Z"));

        assertThat(value(clean(Map.of("occurred_at", time)), "occurred_at")).isEqualTo(time);
    }

    @Test
    void aTimeMayBeMissing() {
        assertThat(value(clean(Map.of()), "occurred_at")).isNull();
        assertThat(problem(clean(Map.of()))).isNull();
    }

    private static Row clean(Map<String, Object> changes) {
        Map<String, Object> cells = new LinkedHashMap<>();
        cells.put("customer_id", "15000001");
        ProfileField.features().forEach(field -> cells.put(field.column(), cell(field)));
        cells.put("exited", "yes");
        cells.put("occurred_at", "");
        cells.putAll(changes);
        StructType raw = new StructType();
        for (String name : cells.keySet()) {
            raw = raw.add(name, DataTypes.StringType);
        }
        return new CleanCustomer(UNTIL_NOON)
                .call(new GenericRowWithSchema(cells.values().toArray(), raw));
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
