package io.churnwatch.training.data;

import io.churnwatch.feed.CustomerUpdate;
import io.churnwatch.feed.InvalidUpdateException;
import io.churnwatch.feed.ProfileField;
import io.churnwatch.store.outcome.OutcomeTime;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * One customer as the models see it: numbers as double, yes and no as 1 and 0, unknown as null. A row that the feed would
 * reject keeps its first {@code problem} instead: a model must not learn from what it will never be asked to score.
 */
final class CleanCustomer implements MapFunction<Row, Row> {
    static final String PROBLEM = "problem";

    private static final long serialVersionUID = 1;

    private final OutcomePeriod period;

    CleanCustomer(OutcomePeriod period) {
        this.period = period;
    }

    static StructType schema() {
        StructType schema = new StructType().add(TrainingColumns.CUSTOMER_ID, DataTypes.LongType);
        for (ProfileField field : ProfileField.features()) {
            schema = schema.add(
                    field.column(),
                    field.kind() == ProfileField.Kind.TEXT ? DataTypes.StringType : DataTypes.DoubleType);
        }
        return schema.add(TrainingColumns.EXITED, DataTypes.DoubleType)
                .add(TrainingColumns.OCCURRED_AT, DataTypes.TimestampType)
                .add(PROBLEM, DataTypes.StringType);
    }

    @Override
    public Row call(Row row) {
        List<@Nullable Object> values = new ArrayList<>();
        try {
            values.add(customerId(row.getAs(TrainingColumns.CUSTOMER_ID)));
            for (ProfileField field : ProfileField.features()) {
                values.add(value(field, row.getAs(field.column())));
            }
            Double exited = exited(row.getAs(TrainingColumns.EXITED));
            Instant occurredAt = occurredAt(row.getAs(TrainingColumns.OCCURRED_AT));
            values.add(exited);
            values.add(occurredAt == null ? null : Timestamp.from(occurredAt));
            values.add(period.problem(exited == 1, occurredAt));
            return RowFactory.create(values.toArray());
        } catch (InvalidUpdateException e) {
            return rejected(
                    e.field() + " " + e.reason().name().toLowerCase(Locale.ROOT).replace('_', ' '));
        } catch (UnusableException e) {
            return rejected(e.getMessage());
        }
    }

    private static Row rejected(@Nullable String problem) {
        @Nullable Object[] values = new Object[schema().size()];
        values[values.length - 1] = problem;
        return RowFactory.create(values);
    }

    private static Long customerId(@Nullable Object raw) throws UnusableException {
        try {
            long id = Long.parseLong(String.valueOf(raw).strip());
            if (CustomerUpdate.isCustomerId(id)) {
                return id;
            }
        } catch (NumberFormatException e) {
            // Falls through: whatever is no whole number in range is no customer id.
        }
        throw new UnusableException("customer_id not a positive integer");
    }

    private static Double exited(@Nullable Object raw) throws InvalidUpdateException, UnusableException {
        Object exited = value(ProfileField.EXITED, raw);
        if (exited instanceof Double flag) {
            return flag;
        }
        throw new UnusableException("exited unknown");
    }

    /** A file has it as text; a time in the database was checked when it was recorded. */
    private @Nullable Instant occurredAt(@Nullable Object raw) throws UnusableException {
        if (raw == null || raw.toString().isBlank()) {
            return null;
        }
        if (raw instanceof Timestamp time) {
            return time.toInstant();
        }
        try {
            return OutcomeTime.parse(raw.toString().strip(), period.until());
        } catch (InvalidUpdateException e) {
            throw new UnusableException(TrainingColumns.OCCURRED_AT + " no time from 1900 until now");
        }
    }

    private static @Nullable Object value(ProfileField field, @Nullable Object raw) throws InvalidUpdateException {
        if (raw == null) {
            return null;
        }
        Object value = isText(field, raw) ? field.parse(raw.toString()) : field.check(raw);
        if (value instanceof Boolean flag) {
            return flag ? 1.0 : 0.0;
        }
        return value instanceof Number number ? (Object) number.doubleValue() : value;
    }

    /** True for text, and for yes and no as 1 and 0, which a Parquet file mostly has from the CSV that it was made from. */
    private static boolean isText(ProfileField field, Object raw) {
        return raw instanceof String || (field.kind() == ProfileField.Kind.BOOLEAN && raw instanceof Number);
    }

    private static final class UnusableException extends Exception {
        UnusableException(String problem) {
            super(problem, null, false, false);
        }
    }
}
