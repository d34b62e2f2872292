package io.churnwatch.local.feed;

import io.churnwatch.local.CommandFailedException;
import io.churnwatch.local.ExitCode;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListTopicsOptions;

/** Which topics there are: asked first, because Kafka's clients wait a minute for a topic or a broker that is not there. */
public final class KafkaTopics {
    /** How long Kafka may take to answer a command. */
    public static final Duration TIMEOUT = Duration.ofSeconds(10);

    /** What to do when it does not. */
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
            throw new CommandFailedException(
                    ExitCode.USAGE, "There is no topic " + topic + "; there are " + String.join(", ", topics) + ".");
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
            throw new CommandFailedException(
                    ExitCode.FAILED, "Kafka does not answer at " + bootstrapServers + ". " + ADVICE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailedException(ExitCode.FAILED, "Interrupted while asking Kafka for its topics.");
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
