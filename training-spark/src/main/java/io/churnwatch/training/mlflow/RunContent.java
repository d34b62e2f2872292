package io.churnwatch.training.mlflow;

import com.fasterxml.jackson.databind.JsonNode;
import io.churnwatch.training.publish.Artifact;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The content of a run in MLflow for a model.
 *
 * @param parameters how it was trained
 * @param metrics what was measured: those on held-out customers by their bare names
 * @param tags where it comes from
 */
record RunContent(
        SortedMap<String, String> parameters, SortedMap<String, Double> metrics, SortedMap<String, String> tags) {
    /** The tag by which a run is found again. */
    static final String VERSION_TAG = "churnwatch.model_version";

    private static final String HELD_OUT = "held_out";
    private static final Set<String> SETTINGS = Set.of("forest", "parameters");
    private static final String CARD = "model-card.md";
    private static final int CARD_LENGTH_MAX = 5_000; // of a tag's value

    static RunContent of(RegisteredVersion version) {
        RunContent content = new RunContent(new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
        version.metrics().properties().forEach(part -> content.addPart(part.getKey(), part.getValue()));
        JsonNode facts = version.facts();
        content.parameters.put("algorithm", facts.path("algorithm").asText());
        content.addSettings("job.", facts.path("parameters"));
        content.addTags(version, facts);
        return content;
    }

    private void addPart(String name, JsonNode part) {
        if (SETTINGS.contains(name)) {
            addSettings("", part);
        } else {
            addMeasured(name.equals(HELD_OUT) ? "" : name, part);
        }
    }

    private void addSettings(String prefix, JsonNode settings) {
        settings.properties().forEach(setting -> {
            if (setting.getValue().isValueNode()) {
                parameters.put(prefix + setting.getKey(), setting.getValue().asText());
            }
        });
    }

    /** Lists are curves and tables: the artifacts show them. */
    private void addMeasured(String name, JsonNode value) {
        if (value.isObject()) {
            String prefix = name.isEmpty() ? "" : name + ".";
            value.properties().forEach(member -> addMeasured(prefix + member.getKey(), member.getValue()));
        } else if (value.isNumber()) {
            metrics.put(name, value.asDouble());
        } else if (value.isTextual() || value.isBoolean()) {
            parameters.put(name, value.asText());
        }
    }

    private void addTags(RegisteredVersion version, JsonNode facts) {
        tags.put(VERSION_TAG, version.name());
        tags.put("mlflow.runName", version.name());
        tags.put("mlflow.source.type", "JOB");
        tags.put("mlflow.source.name", "churnwatch");
        for (String fact : new String[] {"sha256", "training_data_hash", "training_rows", "training_job", "cause"}) {
            addTag("churnwatch." + fact, facts.path(fact));
        }
        addTag("mlflow.user", facts.path("requested_by"));
        JsonNode lineage = facts.path("lineage");
        lineage.properties().forEach(entry -> addTag("churnwatch." + entry.getKey(), entry.getValue()));
        addTag("mlflow.source.git.commit", lineage.path("code_commit"));
        version.files().stream()
                .filter(file -> file.name().equals(CARD))
                .findFirst()
                .ifPresent(card -> tags.put("mlflow.note.content", shortened(card)));
    }

    private void addTag(String name, JsonNode value) {
        if (value.isValueNode() && !value.isNull() && !value.asText().isEmpty()) {
            tags.put(name, value.asText());
        }
    }

    private static String shortened(Artifact card) {
        String text = new String(card.bytes(), StandardCharsets.UTF_8);
        return text.length() <= CARD_LENGTH_MAX ? text : text.substring(0, CARD_LENGTH_MAX) + "…";
    }

    /** The tags that identify the model of a registered version. */
    Map<String, String> versionTags() {
        return Map.of(
                VERSION_TAG, tags.getOrDefault(VERSION_TAG, ""), "sha256", tags.getOrDefault("churnwatch.sha256", ""));
    }
}
