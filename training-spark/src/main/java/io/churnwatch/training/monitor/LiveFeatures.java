package io.churnwatch.training.monitor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.churnwatch.feed.AttributeValue;
import io.churnwatch.scoring.Features;
import io.churnwatch.scoring.drift.FieldBaseline;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/** The features of a live event, and as {@link FieldBaseline#SCORE} its score. */
record LiveFeatures(JsonNode seen, double probability) implements Features {
    private static final ObjectMapper JSON = new ObjectMapper();

    static LiveFeatures of(Row event) {
        String features = event.getAs(LiveEvents.FEATURES);
        try {
            return new LiveFeatures(JSON.readTree(features), event.<Double>getAs(LiveEvents.PROBABILITY));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A column of type JSONB holds no JSON", e);
        }
    }

    @Override
    public @Nullable AttributeValue value(String name) {
        if (name.equals(FieldBaseline.SCORE)) {
            return AttributeValue.of(probability);
        }
        JsonNode value = seen.get(name);
        if (value == null || value.isNull()) {
            return null;
        }
        return value.isNumber() ? AttributeValue.of(value.doubleValue()) : AttributeValue.of(value.asText());
    }
}
