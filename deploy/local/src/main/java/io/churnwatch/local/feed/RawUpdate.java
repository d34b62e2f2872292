package io.churnwatch.local.feed;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A message for the feed, valid or not: its bytes, and what could be read of its identity.
 *
 * @param key the customer id, empty when it cannot be read
 */
@SuppressWarnings("ArrayRecordComponent") // never compared: two messages of equal bytes are two messages
public record RawUpdate(String key, Optional<String> eventId, byte[] value) {
    private static final JsonFactory JSON = new JsonFactory();

    public static RawUpdate of(byte[] value) {
        String key = "";
        @Nullable String eventId = null;
        try (JsonParser parser = JSON.createParser(value)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                JsonToken token = parser.nextToken();
                if (name.equals("customer_id") && token == JsonToken.VALUE_NUMBER_INT) {
                    key = parser.getText();
                }
                if (name.equals("event_id") && token == JsonToken.VALUE_STRING) {
                    eventId = parser.getText();
                }
                parser.skipChildren();
            }
        } catch (IOException e) {
            // What was read before the line breaks off still determines the partition.
        }
        return new RawUpdate(key, Optional.ofNullable(eventId), value);
    }
}
