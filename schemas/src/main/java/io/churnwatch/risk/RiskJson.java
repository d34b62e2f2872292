package io.churnwatch.risk;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import io.churnwatch.feed.AttributeValue;
import io.churnwatch.feed.CustomerUpdateJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes scores and alerts as JSON ({@code json-schema/risk-scored.json},
 * {@code json-schema/alert-raised.json}). Every member is always present; what is not known is null. Thread-safe.
 */
public final class RiskJson {
    /** Every score is a handful of numbers, and the shortest text of a double costs most of writing one. */
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
            .build();

    public static byte[] write(RiskScored score) {
        return bytes(json -> {
            json.writeStartObject();
            json.writeStringField("event_id", score.eventId());
            json.writeNumberField("customer_id", score.customerId());
            json.writeStringField("occurred_at", score.trigger().occurredAt().toString());
            json.writeStringField("logged_at", score.turn().loggedAt().toString());
            json.writeStringField("scored_at", score.scoredAt().toString());
            json.writeNumberField("sequence", score.turn().sequence());
            json.writeNumberField("probability", score.probability());
            number(json, "previous_probability", score.previousProbability());
            number(json, "risk_change", score.riskChange());
            number(json, "data_change", score.dataChange());
            number(json, "model_change", score.modelChange());
            json.writeBooleanField("is_high_risk", score.risk().highRisk());
            json.writeStringField("band", score.risk().band().name());
            json.writeStringField("trend", score.risk().trend().name());
            number(json, "value_at_risk", score.valueAtRisk());
            json.writeStringField("cause", score.trigger().cause().name());
            json.writeStringField("model_version", score.versions().modelVersion());
            json.writeNumberField("config_version", score.versions().configVersion());
            json.writeStringField("challenger_version", score.challengerVersion());
            number(json, "challenger_probability", score.challengerProbability());
            json.writeFieldName("features");
            CustomerUpdateJson.writeAttributes(json, score.features());
            reasons(json, "reasons", score.reasons());
            json.writeEndObject();
        });
    }

    public static byte[] write(AlertRaised alert) {
        return bytes(json -> {
            json.writeStartObject();
            json.writeStringField("alert_id", alert.alertId());
            json.writeStringField("alert_type", alert.alertType().name());
            json.writeNumberField("customer_id", alert.customerId());
            json.writeStringField("event_id", alert.eventId());
            json.writeStringField("raised_at", alert.raisedAt().toString());
            json.writeNumberField("probability", alert.probability());
            number(json, "previous_probability", alert.previousProbability());
            number(json, "risk_change", alert.riskChange());
            json.writeNumberField("threshold", alert.threshold());
            json.writeStringField("band", alert.band().name());
            json.writeStringField("model_version", alert.modelVersion());
            json.writeNumberField("config_version", alert.configVersion());
            reasons(json, "reasons", alert.reasons());
            reasons(json, "delta_reasons", alert.deltaReasons());
            json.writeEndObject();
        });
    }

    /** The features of a score as a JSON object, as {@code churn_risk_history.features} holds them. */
    public static String features(Map<String, AttributeValue> features) {
        return features.isEmpty() ? "{}" : text(json -> CustomerUpdateJson.writeAttributes(json, features));
    }

    /** Reasons as a JSON array, as the {@code reasons} columns hold them. */
    public static String reasons(List<Reason> reasons) {
        return reasons.isEmpty() ? "[]" : text(json -> array(json, reasons));
    }

    private static void reasons(JsonGenerator json, String name, List<Reason> reasons) throws IOException {
        json.writeFieldName(name);
        array(json, reasons);
    }

    private static void array(JsonGenerator json, List<Reason> reasons) throws IOException {
        json.writeStartArray();
        for (Reason reason : reasons) {
            json.writeStartObject();
            json.writeStringField("code", reason.code());
            json.writeStringField("field", reason.field());
            json.writeNumberField("contribution", reason.contribution());
            json.writeStringField("text", reason.text());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void number(JsonGenerator json, String name, @Nullable Double value) throws IOException {
        if (value == null) {
            json.writeNullField(name);
        } else {
            json.writeNumberField(name, value);
        }
    }

    private interface Body {
        void writeTo(JsonGenerator json) throws IOException;
    }

    private static String text(Body body) {
        return new String(bytes(body), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(Body body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(768);
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            body.writeTo(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // writing into an array cannot fail
        }
        return bytes.toByteArray();
    }

    private RiskJson() {}
}
