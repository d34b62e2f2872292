package io.churnwatch.local.service;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.churnwatch.Topics;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.commons.io.IOUtils;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/**
 * The broker's JVM: one node that is broker and controller. When the topics exist it writes its process id into the
 * ready file. Arguments: data folder, port, controller's port, ready file.
 */
public final class KafkaBroker {
    private static final int NODE = 1;
    private static final int PARTITIONS = 4;
    private static final short REPLICAS = 1;

    public static void main(String[] args) throws Exception {
        Path data = Path.of(args[0]);
        int port = Integer.parseInt(args[1]);
        int controllerPort = Integer.parseInt(args[2]);

        format(data);
        KafkaRaftServer server =
                new KafkaRaftServer(KafkaConfig.fromProps(settings(data, port, controllerPort)), Time.SYSTEM);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server), "stop-broker"));
        server.startup();
        createTopics("127.0.0.1:" + port);
        Files.writeString(
                Path.of(args[3]), Long.toString(ProcessHandle.current().pid()));
        server.awaitShutdown();
    }

    private static void format(Path data) throws Exception {
        Files.createDirectories(data);
        if (Files.exists(data.resolve("meta.properties"))) {
            return;
        }
        new Formatter()
                .setClusterId(Uuid.randomUuid().toString())
                .setNodeId(NODE)
                .setControllerListenerName("CONTROLLER")
                .setMetadataLogDirectory(data.toString())
                .setDirectories(List.of(data.toString()))
                .setIgnoreFormatted(true)
                .setPrintStream(System.out)
                .run();
    }

    private static Properties settings(Path data, int port, int controllerPort) throws IOException {
        Properties settings = new Properties();
        settings.load(new StringReader(IOUtils.resourceToString("/kafka/broker.properties", UTF_8)));
        settings.setProperty("controller.quorum.voters", NODE + "@127.0.0.1:" + controllerPort);
        settings.setProperty(
                "listeners", "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort);
        settings.setProperty("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port);
        settings.setProperty("log.dirs", data.toString());
        return settings;
    }

    private static void createTopics(String bootstrapServers) throws InterruptedException, ExecutionException {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
            Set<String> existing = admin.listTopics().names().get();
            List<NewTopic> missing = Topics.all().stream()
                    .filter(topic -> !existing.contains(topic))
                    .map(KafkaBroker::topic)
                    .toList();
            admin.createTopics(missing).all().get();
        }
    }

    private static NewTopic topic(String name) {
        int partitions = name.equals(Topics.CONTROL) ? 1 : PARTITIONS;
        return new NewTopic(name, partitions, REPLICAS)
                .configs(Map.of(
                        TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG,
                        "LogAppendTime",
                        // The feed is the truth that everything else is rebuilt from: it must not expire.
                        TopicConfig.RETENTION_MS_CONFIG,
                        "-1"));
    }

    private static void stop(KafkaRaftServer server) {
        server.shutdown();
        server.awaitShutdown();
    }

    private KafkaBroker() {}
}
