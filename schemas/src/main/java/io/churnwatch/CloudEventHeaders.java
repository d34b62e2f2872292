package io.churnwatch;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** The headers that make a message of a {@link Topics topic} a CloudEvent in Kafka's binary mode, for every sender. */
public final class CloudEventHeaders {
    /** The header that identifies a message for ever: consumers drop what repeats it. */
    public static final String ID = "ce_id";

    private static final String SPECIFICATION_VERSION = "1.0";

    /**
     * The headers in UTF-8, by name. The type of an event is its topic, each of which has one kind of message.
     *
     * @param sender the part of Churnwatch that sends it, such as {@code outbox}
     */
    public static Map<String, byte[]> of(String id, String topic, String sender) {
        Map<String, byte[]> headers = new LinkedHashMap<>();
        headers.put(ID, utf8(id));
        headers.put("ce_source", utf8("/churnwatch/" + sender));
        headers.put("ce_type", utf8(topic));
        headers.put("ce_specversion", utf8(SPECIFICATION_VERSION));
        headers.put("content-type", utf8("application/json"));
        return headers;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private CloudEventHeaders() {}
}
