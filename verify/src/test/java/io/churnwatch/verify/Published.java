package io.churnwatch.verify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What a topic shows to whoever reads only what was committed: its records by their identity. */
record Published(Map<Identity, List<Object>> records) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static Published in(String topic, String bootstrapServers) {
        Map<Identity, List<Object>> records = new HashMap<>();
        new KafkaLog(bootstrapServers)
                .read(
                        topic,
                        record -> records.computeIfAbsent(Identity.of(record), id -> new ArrayList<>())
                                .add(content(new String(record.value(), StandardCharsets.UTF_8))));
        return new Published(records);
    }

    /** What a record is known by: two customers may have events of one id. */
    record Identity(String key, String id) {
        static Identity of(ConsumerRecord<byte[], byte[]> record) {
            return new Identity(new String(record.key(), StandardCharsets.UTF_8), KafkaLog.header(record, "ce_id"));
        }
    }

    Set<String> ids() {
        return records.keySet().stream().map(Identity::id).collect(Collectors.toSet());
    }

    /** The identities that stand for more than one record. */
    Set<Identity> repeated() {
        return records.entrySet().stream()
                .filter(each -> each.getValue().size() > 1)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** A few of the records that share an identity and are not the same. */
    List<List<Object>> contradictory() {
        return records.values().stream()
                .map(each -> each.stream().distinct().toList())
                .filter(each -> each.size() > 1)
                .limit(3)
                .toList();
    }

    /** An object's fields have no order, and the time on the wall is another each time; a dead letter may be anything. */
    private static Object content(String value) {
        try {
            JsonNode content = JSON.readTree(value);
            return content instanceof ObjectNode object ? object.without("scored_at") : content;
        } catch (JsonProcessingException e) {
            return value;
        }
    }
}
