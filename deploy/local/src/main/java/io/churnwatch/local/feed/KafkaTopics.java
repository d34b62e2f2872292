package io.churnwatch.local.feed;

import io.churnwatch.local.CommandFailedException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListTopicsOptions;

/** Checks which topics exist before they are used: Kafka's clients wait a minute for a missing topic or broker. */
public final class KafkaTopics {
    /** How long Kafka may take to answer a command. */
    public static final Duration TIMEOUT = Duration.ofSeconds(10);

    /** Advice for when it does not. */
    public static final String ADVICE =
            "'./churnwatch status' shows whether it is up, './churnwatch logs kafka' why not.";

    /**
     * Refuses a topic that is not there.
     *
     * @throws CommandFailedException naming those that are, or saying that Kafka does not answer
     */
    public static void require(String bootstrapServers, String topic) {
        Set<String> topics = of(bootstrapServers);
        if (!topics.contains(topic)) {
            throw CommandFailedException.usage(
                    "There is no topic " + topic + "; there are " + String.join(", ", topics) + ".");
        }
    }

    /**
     * All topics in the order of the alphabet.
     *
     * @throws CommandFailedException when Kafka does not answer
     */
    public static Set<String> of(String bootstrapServers) {
        try (Admin admin = Admin.create(settings(bootstrapServers))) {
            return new TreeSet<>(admin.listTopics(new ListTopicsOptions().listInternal(true))
                    .names()
                    .get());
        } catch (ExecutionException e) {
            throw CommandFailedException.failed("Kafka does not answer at " + bootstrapServers + ". " + ADVICE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw CommandFailedException.failed("Interrupted while asking Kafka for its topics.");
        }
    }

    private static Map<String, Object> settings(String bootstrapServers) {
        int timeoutMillis = (int) TIMEOUT.toMillis();
        return Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                timeoutMillis,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                timeoutMillis);
    }

    private KafkaTopics() {}
}
