package io.churnwatch.cli.topic;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** A message with its metadata in Kafka; the value is a string, because it need not be JSON. */
final class MessageJson {
    private static final JsonMapper JSON = new JsonMapper();

    static String of(ConsumerRecord<byte[], byte[]> message) {
        ObjectNode json = JSON.createObjectNode();
        json.put("partition", message.partition());
        json.put("offset", message.offset());
        json.put("timestamp", Instant.ofEpochMilli(message.timestamp()).toString());
        put(json, "key", message.key());
        ObjectNode headers = json.putObject("headers");
        message.headers().forEach(header -> put(headers, header.key(), header.value()));
        put(json, "value", message.value());
        return json.toString();
    }

    /** Puts bytes as text; bytes that are not UTF-8 become {@code <name>_base64}, so that nothing is lost. */
    private static void put(ObjectNode json, String name, byte @Nullable [] bytes) {
        if (bytes == null) {
            json.putNull(name);
            return;
        }
        try {
            json.put(
                    name,
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(bytes))
                            .toString());
        } catch (CharacterCodingException e) {
            json.put(name + "_base64", Base64.getEncoder().encodeToString(bytes));
        }
    }

    private MessageJson() {}
}
