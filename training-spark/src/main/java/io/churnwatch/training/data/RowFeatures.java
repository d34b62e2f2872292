package io.churnwatch.training.data;

import io.churnwatch.feed.AttributeValue;
import io.churnwatch.scoring.Features;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/** The features of a customer in a Spark row. */
public record RowFeatures(Row row) implements Features {
    @Override
    public @Nullable AttributeValue value(String name) {
        Object value = row.getAs(name);
        if (value == null) {
            return null;
        }
        return value instanceof Double number ? AttributeValue.of(number) : AttributeValue.of(value.toString());
    }
}
