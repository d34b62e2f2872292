package io.churnwatch.feed;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/**
 * Reads and writes {@link CustomerUpdate} as JSON ({@code json-schema/customer-update.json}), token by token and without
 * reflection. Top-level members that it does not know are skipped; an unknown member of {@code profile} is an error,
 * because a misspelt field would otherwise be lost silently. Thread-safe.
 */
public final class CustomerUpdateJson {
    private static final JsonFactory JSON = new JsonFactory();

    /**
     * Reads one update; {@code occurred_at} is kept to the microsecond, as PostgreSQL does.
     *
     * @throws InvalidUpdateException with the reason and the field, when the bytes are not a valid update
     */
    public static CustomerUpdate read(byte[] json) throws InvalidUpdateException {
        try (JsonParser parser = JSON.createParser(json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new InvalidUpdateException(RejectionReason.MALFORMED_JSON, "", "is not a JSON object");
            }
            CustomerUpdate update = new CustomerUpdateReader(parser).read();
            if (parser.nextToken() != null) {
                throw new InvalidUpdateException(
                        RejectionReason.MALFORMED_JSON, "", "has something after the JSON object");
            }
            return update;
        } catch (JsonProcessingException e) {
            throw new InvalidUpdateException(RejectionReason.MALFORMED_JSON, "", e.getOriginalMessage());
        } catch (IOException e) { // an array can always be read, but not every one is text in UTF-8, UTF-16 or UTF-32
            throw new InvalidUpdateException(RejectionReason.MALFORMED_JSON, "", String.valueOf(e.getMessage()));
        }
    }

    /** Writes an update; unknown fields are left out. */
    public static byte[] write(CustomerUpdate update) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(320);
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeStringField("event_id", update.eventId());
            json.writeNumberField("customer_id", update.customerId());
            json.writeStringField("occurred_at", update.occurredAt().toString());
            json.writeStringField("op", update.op().name());
            json.writeStringField("source", update.source());
            json.writeFieldName("profile");
            writeProfile(json, update.profile());
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Writes a profile's known fields as a JSON object. */
    public static void writeProfile(JsonGenerator json, CustomerProfile profile) throws IOException {
        json.writeStartObject();
        for (ProfileField field : ProfileField.values()) {
            Object value = field.of(profile);
            if (value != null) {
                json.writeFieldName(field.column());
                json.writeObject(value); // numbers, booleans and strings need no codec
            }
        }
        if (!profile.attributes().isEmpty()) {
            json.writeFieldName("attributes");
            writeAttributes(json, profile.attributes());
        }
        json.writeEndObject();
    }

    /** Writes extra features as a JSON object of numbers and strings. */
    public static void writeAttributes(JsonGenerator json, Map<String, AttributeValue> attributes) throws IOException {
        json.writeStartObject();
        for (Map.Entry<String, AttributeValue> attribute : attributes.entrySet()) {
            json.writeFieldName(attribute.getKey());
            Double number = attribute.getValue().number();
            json.writeObject(number != null ? number : attribute.getValue().text());
        }
        json.writeEndObject();
    }

    private CustomerUpdateJson() {}
}
