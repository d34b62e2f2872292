package io.churnwatch.stream.sink;

import static org.assertj.core.api.Assertions.assertThat;

import io.churnwatch.local.service.PostgresServer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Values come through the arrays as they are, whatever way the driver sends them. */
class UnnestStatementIT {
    private record Row(
            Instant time,
            @Nullable Integer number,
            @Nullable Long count,
            @Nullable Double probability,
            @Nullable Boolean flag,
            @Nullable String text,
            @Nullable Double money,
            String json) {}

    private static final List<Column<Row>> COLUMNS = List.of(
            Column.time("time", Row::time),
            Column.of("number", "int4", Row::number),
            Column.of("count", "int8", Row::count),
            Column.of("probability", "float8", Row::probability),
            Column.of("flag", "bool", Row::flag),
            Column.of("text", "text", Row::text),
            Column.of("money", "numeric", Row::money),
            Column.json("json", Row::json));

    private static final List<Row> ROWS = List.of(
            new Row(
                    Instant.parse("2026-11-25T12:34:56.789012Z"),
                    -7,
                    1L << 40,
                    0.1 + 0.2,
                    true,
                    "Ünïcode, \"quoted\", {braced} \\ NULL",
                    9_999_999_999_999.99,
                    "{\"age\": 42}"),
            new Row(Instant.parse("2026-11-25T12:34:56.001Z"), null, null, null, null, null, null, "[]"),
            new Row(Instant.parse("1969-12-31T23:59:59.999999Z"), 0, 0L, -0.0, false, "", 0.01, "[]"),
            new Row(Instant.parse("2099-01-01T00:00:00.000001Z"), 1, 1L, Double.MIN_VALUE, true, "\t\n", 0.0, "{}"));

    @Test
    void everyValueIsReadBackAsItWasWritten() throws SQLException {
        try (PostgresServer postgres = PostgresServer.temporary();
                Connection connection = postgres.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    CREATE TABLE pot (time timestamptz, number integer, count bigint, probability float, flag boolean,
                                      text varchar(100), money decimal(15, 2), json jsonb)""");

            new UnnestStatement<>(connection, COLUMNS, "INSERT INTO pot ({columns}) SELECT {values} FROM {batch}")
                    .execute(ROWS);

            assertThat(read(statement)).isEqualTo(ROWS);
        }
    }

    private static List<Row> read(Statement statement) throws SQLException {
        List<Row> rows = new ArrayList<>();
        try (ResultSet row = statement.executeQuery("SELECT * FROM pot")) {
            while (row.next()) {
                rows.add(new Row(
                        row.getObject("time", OffsetDateTime.class).toInstant(),
                        row.getObject("number", Integer.class),
                        row.getObject("count", Long.class),
                        row.getObject("probability", Double.class),
                        row.getObject("flag", Boolean.class),
                        row.getString("text"),
                        money(row),
                        row.getString("json")));
            }
        }
        return rows;
    }

    private static @Nullable Double money(ResultSet row) throws SQLException {
        return row.getBigDecimal("money") == null
                ? null
                : row.getBigDecimal("money").doubleValue();
    }
}
