package io.churnwatch.cli.models;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** Renders the details of a model as indented lines: {@code roc_auc  0.8625}. */
final class ModelSheet {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int NAME_WIDTH = 24;
    private static final int SHOWN_MAX = 12; // of a list; the rest is in --json

    private final StringBuilder text = new StringBuilder();

    static String text(String json) {
        try {
            ModelSheet sheet = new ModelSheet();
            sheet.members("", JSON.readTree(json));
            return sheet.text.toString().stripTrailing();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("PostgreSQL writes JSON", e);
        }
    }

    private void members(String indent, JsonNode object) {
        object.properties().forEach(member -> member(indent, member.getKey(), member.getValue()));
    }

    private void member(String indent, String name, JsonNode value) {
        if (value.isObject()) {
            line(indent, name, "");
            members(indent + "  ", value);
        } else if (value.isArray()) {
            line(indent, name, value.isEmpty() ? "-" : "");
            elements(indent + "  ", value);
        } else {
            line(indent, name, value.isNull() ? "-" : value.asText());
        }
    }

    private void elements(String indent, JsonNode array) {
        for (int i = 0; i < array.size() && i < SHOWN_MAX; i++) {
            JsonNode element = array.get(i);
            text.append(indent)
                    .append(element.isValueNode() ? element.asText() : element)
                    .append('\n');
        }
        if (array.size() > SHOWN_MAX) {
            text.append(indent).append("and ").append(array.size() - SHOWN_MAX).append(" more\n");
        }
    }

    private void line(String indent, String name, String value) {
        String label = indent + name;
        text.append(label)
                .append(" ".repeat(Math.max(1, NAME_WIDTH - label.length())))
                .append(value)
                .append('\n');
    }
}
