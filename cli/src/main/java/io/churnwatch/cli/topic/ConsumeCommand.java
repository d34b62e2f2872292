package io.churnwatch.cli.topic;

import io.churnwatch.local.ExitCode;
import io.churnwatch.local.feed.KafkaTopics;
import io.churnwatch.local.stack.RunningStack;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints the messages of a topic. */
@Command(
        name = "consume",
        mixinStandardHelpOptions = true,
        description = {
            "Prints the messages of a topic, one per line; only committed ones.",
            "New ones until Ctrl-C; with --from-beginning, those that are there now."
        },
        footer = {"", "Example:", "  ./churnwatch consume churnwatch.risk-alerts --from-beginning --json | jq ."})
public final class ConsumeCommand implements Callable<Integer> {
    private static final Duration POLL_TIMEOUT = Duration.ofMillis(200);

    @Parameters(paramLabel = "TOPIC", description = "The topic, for example churnwatch.risk-scored.")
    private String topic = "";

    @Option(names = "--from-beginning", description = "All that is there now, then ends.")
    private boolean fromBeginning;

    @Option(names = "--limit", paramLabel = "N", description = "Ends after N messages.")
    private @Nullable Long limit;

    @Option(names = "--json", description = "With partition, offset, timestamp, key and headers.")
    private boolean json;

    private long printed;

    @Override
    public Integer call() {
        String bootstrapServers = RunningStack.find().environment().bootstrapServers();
        KafkaTopics.require(bootstrapServers, topic);
        try (KafkaConsumer<byte[], byte[]> consumer = connect(bootstrapServers)) {
            List<TopicPartition> partitions = partitions(consumer);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            consumer.assign(partitions);
            if (fromBeginning) {
                consumer.seekToBeginning(partitions);
            } else {
                ends.forEach(consumer::seek);
            }
            // checkError: the reader of our output, such as head, may have closed it.
            while (!isDone(consumer, ends) && !System.out.checkError()) {
                consumer.poll(POLL_TIMEOUT).forEach(message -> print(message, ends));
                System.out.flush();
            }
        }
        return ExitCode.OK;
    }

    private static KafkaConsumer<byte[], byte[]> connect(String bootstrapServers) {
        Map<String, Object> settings = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed",
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                (int) KafkaTopics.TIMEOUT.toMillis(),
                ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                false);
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private List<TopicPartition> partitions(KafkaConsumer<byte[], byte[]> consumer) {
        return consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
    }

    private boolean isDone(KafkaConsumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends) {
        boolean reachedEnd = fromBeginning
                && ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
        return isLimitReached() || reachedEnd;
    }

    private boolean isLimitReached() {
        return limit != null && printed >= limit;
    }

    private void print(ConsumerRecord<byte[], byte[]> message, Map<TopicPartition, Long> ends) {
        Long end = ends.get(new TopicPartition(message.topic(), message.partition()));
        boolean cameLater = fromBeginning && end != null && message.offset() >= end;
        if (cameLater || isLimitReached()) {
            return;
        }
        printed++;
        if (json) {
            System.out.println(MessageJson.of(message));
            return;
        }
        byte[] value = message.value() == null ? new byte[0] : message.value();
        System.out.write(value, 0, value.length);
        System.out.println();
    }
}
