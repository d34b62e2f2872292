package io.churnwatch.api.web;

import io.churnwatch.api.error.Problem;
import io.churnwatch.risk.Reason;
import io.churnwatch.store.drift.DriftReport;
import io.churnwatch.store.drift.RealisedQuality;
import io.churnwatch.store.model.Promotion;
import io.churnwatch.store.outcome.AlertFigures;
import io.churnwatch.store.outcome.AlertQuality;
import io.micronaut.core.type.Argument;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/**
 * A build step: adds to the generated OpenAPI document what the generator cannot express. Paths end with a slash, every
 * operation may answer with a problem, and a response holds all its members, so that a generated type has null where
 * null is meant and no member is optional without need.
 */
public final class OpenApiFinish {
    /** Schemas with optional members: changes, and problems, which may come from a proxy. */
    private static final Set<String> PARTIAL =
            Set.of("Profile", "AlertConfigurationChange", "TrainingRequest", "PromotionRequest", "Problem");

    /** Members that hold whatever a training wrote. */
    private static final Set<String> FREE = Set.of("metrics", "lineage");

    /** Operations that take no access token. */
    private static final Set<Object> OPEN = Set.of("login", "refresh", "logout");

    /** Records of other modules: the generator sees no null annotation in a class file. */
    private static final List<Class<?>> IMPORTED = List.of(
            AlertFigures.class,
            AlertQuality.class,
            DriftReport.class,
            Promotion.class,
            RealisedQuality.Scores.class,
            RealisedQuality.Alerts.class,
            Reason.class);

    private static final SnakeCaseStrategy NAMES = new SnakeCaseStrategy();

    private static final String FIRST_ERROR = "400";

    /** Finishes the document in the file that is named by the only argument. */
    public static void main(String[] args) throws IOException {
        Path file = Path.of(args[0]);
        Map<String, Object> document = new Yaml().load(Files.readString(file));
        Files.writeString(file, writer().dump(finish(document)));
    }

    static Map<String, Object> finish(Map<String, Object> document) {
        Map<String, Object> paths = new LinkedHashMap<>();
        object(document, "paths").forEach((path, operations) -> paths.put(withSlash(path), operations));
        paths.values().forEach(operations -> children(operations).forEach(OpenApiFinish::finishOperation));
        document.put("paths", paths);
        Map<String, Object> schemas = object(object(document, "components"), "schemas");
        IMPORTED.forEach(type -> markNullable(type, schemas));
        schemas.forEach(OpenApiFinish::finishSchema);
        return document;
    }

    private static String withSlash(String path) {
        return path.endsWith("/") ? path : path + "/";
    }

    private static void finishOperation(Map<String, Object> operation) {
        if (OPEN.contains(operation.get("operationId"))) {
            operation.put("security", new ArrayList<>()); // one each, or YAML would refer from one to the other
        }
        if (operation.get("parameters") instanceof List<?> parameters) {
            parameters.forEach(parameter -> dropMessages(object(asMap(parameter), "schema")));
        }
        Map<String, Object> responses = object(operation, "responses");
        responses.forEach((code, response) -> {
            if (isError(code)) {
                asMap(response).put("content", problem());
            }
        });
        responses.put("default", anyOtherFailure());
    }

    /** The messages of constraints are for people, and repeat the limits. */
    private static void dropMessages(Map<String, Object> schema) {
        schema.keySet().removeIf(name -> name.endsWith("-message"));
    }

    /** In a stable order, which {@code Map.of} does not have. */
    private static Map<String, Object> anyOtherFailure() {
        Map<String, Object> response = new LinkedHashMap<>();
        response.put("description", "Any other failure");
        response.put("content", problem());
        return response;
    }

    private static boolean isError(String code) {
        return code.compareTo(FIRST_ERROR) >= 0; // the default too, when the document is finished already
    }

    private static Map<String, Object> problem() {
        Map<String, Object> reference = Map.of("$ref", "#/components/schemas/Problem");
        return Map.of(Problem.MEDIA_TYPE, Map.of("schema", reference));
    }

    private static void finishSchema(String name, Object schema) {
        Map<String, Object> members = asMap(schema);
        if (!members.containsKey("properties")) {
            return;
        }
        Map<String, Object> properties = object(members, "properties");
        if (!PARTIAL.contains(name)) {
            members.put("required", new ArrayList<>(properties.keySet()));
        }
        FREE.stream()
                .filter(properties::containsKey)
                .forEach(free -> object(properties, free).put("additionalProperties", true));
        if (properties.containsKey("attributes")) {
            object(properties, "attributes").put("additionalProperties", numberOrText());
        }
    }

    private static void markNullable(Class<?> type, Map<String, Object> schemas) {
        String schema = type.getCanonicalName().substring(type.getPackageName().length() + 1);
        if (!schemas.containsKey(schema)) {
            return;
        }
        Map<String, Object> properties = object(object(schemas, schema), "properties");
        for (RecordComponent component : type.getRecordComponents()) {
            if (component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                properties.compute(
                        NAMES.translate(Argument.of(component.getType(), component.getName())),
                        (name, property) -> nullable(asMap(Objects.requireNonNull(property, name))));
            }
        }
    }

    private static Map<String, Object> nullable(Map<String, Object> property) {
        if (!property.containsKey("$ref")) {
            property.put("nullable", true);
            return property;
        }
        Map<String, Object> reference = new LinkedHashMap<>(); // in one order
        reference.put("nullable", true);
        reference.put("allOf", List.of(property));
        return reference;
    }

    private static Map<String, Object> numberOrText() {
        return Map.of("oneOf", List.of(Map.of("type", "number"), Map.of("type", "string")));
    }

    private static List<Map<String, Object>> children(Object parent) {
        return asMap(parent).values().stream().map(OpenApiFinish::asMap).toList();
    }

    private static Map<String, Object> object(Map<String, Object> parent, String name) {
        return asMap(Objects.requireNonNull(parent.get(name), name));
    }

    @SuppressWarnings("unchecked") // YAML that this build has just generated
    private static Map<String, Object> asMap(Object value) {
        return (Map<String, Object>) value;
    }

    private static Yaml writer() {
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        return new Yaml(options);
    }

    private OpenApiFinish() {}
}
