package io.churnwatch.cli.models;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A model as {@code models list} shows it.
 *
 * @param role CHAMPION or CHALLENGER; null when it has none
 * @param since from when on it has the role, ISO-8601 in UTC
 * @param rocAuc on held-out customers
 * @param refusal why the job does not take it; null unless it refuses it
 * @param mlflowRunUrl the page of its run in MLflow; null as long as there is none
 */
record ListedModel(
        String modelVersion,
        String stage,
        @Nullable String role,
        @Nullable String since,
        @Nullable Double rocAuc,
        String trainedAt,
        @Nullable String refusal,
        @Nullable String mlflowRunUrl) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    static String toJson(List<ListedModel> models) {
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(models);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
