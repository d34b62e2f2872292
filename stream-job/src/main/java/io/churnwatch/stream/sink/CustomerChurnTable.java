package io.churnwatch.stream.sink;

import io.churnwatch.feed.ProfileField;
import io.churnwatch.risk.RiskJson;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Turns a batch of profiles into rows of {@code customer_churn}. */
final class CustomerChurnTable {
    private static final String CHANGED = "changed";
    private static final int ATTRIBUTES_BIT = 1 << ProfileField.values().length;

    static final List<Column<RiskBatch.ProfileRow>> COLUMNS = columns();

    /**
     * Inserts customers whose first score this is: a missing one with a later score was erased meanwhile. Overwrites
     * of the others only the fields that an event changed: an analyst's edit of another field, whose event is still on its way,
     * stays; and so does what a newer score brought, when a batch comes again. Both parts see the table as it was before.
     */
    static final String WRITE = """
            WITH u AS (SELECT * FROM {batch}),
                 added AS (
                     INSERT INTO customer_churn (customer_id, attributes, profile_sequence, %1$s)
                     SELECT u.customer_id, u.attributes::jsonb, u.sequence, %2$s FROM u WHERE u.is_new
                     ON CONFLICT (customer_id) DO NOTHING)
            UPDATE customer_churn c SET profile_sequence = u.sequence, attributes =
                CASE WHEN u.changed & %3$d <> 0 THEN u.attributes::jsonb ELSE c.attributes END, %4$s
            FROM u WHERE c.customer_id = u.customer_id AND u.changed <> 0
                AND u.sequence > coalesce(c.profile_sequence, 0)""".formatted(
                    join(field -> field.column()),
                    join(field -> "u." + field.column()),
                    ATTRIBUTES_BIT,
                    join(CustomerChurnTable::assignment));

    private static String assignment(ProfileField field) {
        return "%1$s = CASE WHEN u.changed & %2$d <> 0 THEN u.%1$s ELSE c.%1$s END"
                .formatted(field.column(), 1 << field.ordinal());
    }

    private static List<Column<RiskBatch.ProfileRow>> columns() {
        List<Column<RiskBatch.ProfileRow>> columns = new ArrayList<>();
        columns.add(Column.of("customer_id", "int8", RiskBatch.ProfileRow::customerId));
        columns.add(Column.of("is_new", "bool", RiskBatch.ProfileRow::isNew));
        columns.add(Column.of("sequence", "int8", RiskBatch.ProfileRow::sequence));
        columns.add(Column.of(CHANGED, "int4", CustomerChurnTable::changedBits));
        columns.add(Column.of(
                "attributes", "text", row -> RiskJson.features(row.profile().attributes())));
        for (ProfileField field : ProfileField.values()) {
            columns.add(Column.of(field.column(), type(field), row -> field.of(row.profile())));
        }
        return List.copyOf(columns);
    }

    private static Integer changedBits(RiskBatch.ProfileRow row) {
        return row.changed().bits() | (row.changed().attributes() ? ATTRIBUTES_BIT : 0);
    }

    private static String type(ProfileField field) {
        return switch (field.kind()) {
            case INTEGER -> "int4";
            case MONEY -> "numeric";
            case BOOLEAN -> "bool";
            case TEXT -> "text";
        };
    }

    private static String join(Function<ProfileField, String> part) {
        return Arrays.stream(ProfileField.values()).map(part).collect(Collectors.joining(", "));
    }

    private CustomerChurnTable() {}
}
