package io.churnwatch.model;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;

/** Reads and writes {@link ControlMessage} as JSON ({@code json-schema/control-message.json}). Thread-safe. */
public final class ControlJson {
    private static final JsonFactory JSON = new JsonFactory();

    public static byte[] write(ControlMessage message) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(320);
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            if (message.modelPointer() != null) {
                write(json, message.modelPointer());
            }
            if (message.alertConfig() != null) {
                write(json, message.alertConfig());
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /**
     * Reads one control message.
     *
     * @throws IllegalArgumentException saying what is wrong, when the bytes are not a valid control message
     */
    public static ControlMessage read(byte[] bytes) {
        try (JsonParser parser = JSON.createParser(bytes)) {
            expect(parser.nextToken(), JsonToken.START_OBJECT);
            expect(parser.nextToken(), JsonToken.FIELD_NAME);
            String kind = parser.currentName();
            expect(parser.nextToken(), JsonToken.START_OBJECT);
            Members members = new Members(parser);
            return switch (kind) {
                case "model_pointer" -> ControlMessage.of(modelPointer(members));
                case "alert_config" -> ControlMessage.of(alertConfig(members));
                default -> throw new IllegalArgumentException("Unknown kind of control message: " + kind);
            };
        } catch (IOException | DateTimeParseException e) {
            throw new IllegalArgumentException("Not a control message: " + e.getMessage(), e);
        }
    }

    private static void write(JsonGenerator json, ModelPointer pointer) throws IOException {
        json.writeObjectFieldStart("model_pointer");
        json.writeStringField("role", pointer.role().name());
        json.writeStringField("model_version", pointer.modelVersion());
        json.writeStringField("sha256", pointer.sha256());
        json.writeStringField("effective_at", pointer.effectiveAt().toString());
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, AlertConfig config) throws IOException {
        json.writeObjectFieldStart("alert_config");
        json.writeNumberField("config_version", config.configVersion());
        json.writeBooleanField("enabled", config.enabled());
        json.writeNumberField("high_risk_threshold", config.highRiskThreshold());
        json.writeNumberField("risk_increase_threshold", config.riskIncreaseThreshold());
        json.writeStringField("increase_unit", config.increaseUnit().name());
        json.writeNumberField("min_probability", config.minProbability());
        json.writeNumberField("hysteresis", config.hysteresis());
        json.writeNumberField("cooldown_seconds", config.cooldownSeconds());
        json.writeStringField("effective_at", config.effectiveAt().toString());
        json.writeEndObject();
    }

    private static ModelPointer modelPointer(Members members) {
        return new ModelPointer(
                ModelRole.valueOf(members.text("role")),
                members.text("model_version"),
                members.text("sha256"),
                Instant.parse(members.text("effective_at")));
    }

    private static AlertConfig alertConfig(Members members) {
        return new AlertConfig(
                Long.parseLong(members.text("config_version")),
                Boolean.parseBoolean(members.text("enabled")),
                Double.parseDouble(members.text("high_risk_threshold")),
                Double.parseDouble(members.text("risk_increase_threshold")),
                IncreaseUnit.valueOf(members.text("increase_unit")),
                Double.parseDouble(members.text("min_probability")),
                Double.parseDouble(members.text("hysteresis")),
                Long.parseLong(members.text("cooldown_seconds")),
                Instant.parse(members.text("effective_at")));
    }

    private static void expect(JsonToken actual, JsonToken expected) {
        if (actual != expected) {
            throw new IllegalArgumentException("Not a control message: expected " + expected + ", found " + actual);
        }
    }

    /** The scalar members of one object, as texts. */
    private static final class Members {
        private final Map<String, String> texts = new HashMap<>();

        Members(JsonParser parser) throws IOException {
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                if (parser.currentToken().isScalarValue()) {
                    texts.put(name, parser.getText());
                }
                parser.skipChildren();
            }
        }

        String text(String name) {
            String text = texts.get(name);
            if (text == null) {
                throw new IllegalArgumentException("The control message lacks " + name);
            }
            return text;
        }
    }

    private ControlJson() {}
}
