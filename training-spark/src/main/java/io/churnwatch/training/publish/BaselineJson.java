package io.churnwatch.training.publish;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.churnwatch.scoring.drift.Bins;
import io.churnwatch.scoring.drift.CategoryBins;
import io.churnwatch.scoring.drift.FieldBaseline;
import io.churnwatch.scoring.drift.NumberBins;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/** A baseline as {@code model_baseline.fields} holds it: a number has {@code edges}, a category {@code values}. */
public final class BaselineJson {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String EDGES = "edges";
    private static final String VALUES = "values";

    public static String write(List<FieldBaseline> baseline) {
        ArrayNode fields = JSON.createArrayNode();
        baseline.forEach(field -> write(fields.addObject(), field));
        return fields.toString();
    }

    /**
     * The opposite of {@link #write}.
     *
     * @throws IllegalArgumentException when it was not written by it
     */
    public static List<FieldBaseline> read(String text) {
        try {
            List<FieldBaseline> baseline = new ArrayList<>();
            JSON.readTree(text).forEach(field -> baseline.add(read(field)));
            return baseline;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Not a baseline: " + text, e);
        }
    }

    private static void write(ObjectNode json, FieldBaseline field) {
        json.put("field", field.field());
        Bins bins = field.bins();
        if (bins instanceof NumberBins numbers) {
            numbers.edges().forEach(json.putArray(EDGES)::add);
        } else if (bins instanceof CategoryBins categories) {
            categories.values().forEach(json.putArray(VALUES)::add);
        }
        field.counts().forEach(json.putArray("counts")::add);
    }

    private static FieldBaseline read(JsonNode json) {
        Bins bins = json.has(EDGES)
                ? new NumberBins(list(json.get(EDGES), JsonNode::doubleValue))
                : new CategoryBins(list(json.get(VALUES), JsonNode::textValue));
        return new FieldBaseline(json.get("field").textValue(), bins, list(json.get("counts"), JsonNode::longValue));
    }

    private static <T> List<T> list(JsonNode array, Function<JsonNode, T> element) {
        return StreamSupport.stream(array.spliterator(), false).map(element).toList();
    }

    private BaselineJson() {}
}
