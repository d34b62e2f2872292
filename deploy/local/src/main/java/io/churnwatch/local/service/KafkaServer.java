package io.churnwatch.local.service;

import io.churnwatch.local.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A Kafka broker in a JVM of its own, with the topics of {@link io.churnwatch.Topics}. This class knows the broker only
 * by name, so that its libraries stay out of the JVM that uses it.
 */
public final class KafkaServer extends Service {
    private static final Duration START_TIMEOUT = Duration.ofMinutes(2);

    private KafkaServer(ServiceFolder folder, int port, ChildProcess process) {
        super(folder, port, process);
    }

    /** Starts a broker on new or existing data, and returns once its topics exist. */
    public static KafkaServer start(ServiceFolder folder, int port) {
        Path readyFile = folder.resolve("ready");
        ChildProcess process = ChildProcess.start(command(folder, port, readyFile));
        process.awaitReady(() -> names(readyFile, process.pid()), START_TIMEOUT);
        return new KafkaServer(folder, port, process);
    }

    /** Starts a broker with empty topics on a free port. Its data is deleted when it is closed. */
    public static KafkaServer temporary() {
        return start(ServiceFolder.temporary("kafka"), Ports.free());
    }

    public String bootstrapServers() {
        return bootstrapServers(port());
    }

    @Override
    public Map<String, String> environment() {
        return environment(port());
    }

    /** The environment variables that name a broker on that port, whether it runs yet or not. */
    public static Map<String, String> environment(int port) {
        return Map.of("CHURNWATCH_KAFKA", bootstrapServers(port));
    }

    private static String bootstrapServers(int port) {
        return "127.0.0.1:" + port;
    }

    private static ChildProcess.Command command(ServiceFolder folder, int port, Path readyFile) {
        return folder.command(
                "Kafka",
                List.of(
                        Executables.java(),
                        "-Xmx384m",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-Dorg.slf4j.simpleLogger.showDateTime=true",
                        "-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd'T'HH:mm:ss.SSSXXX",
                        "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                        "-Dorg.slf4j.simpleLogger.log.kafka.server.KafkaRaftServer=info",
                        "-cp",
                        Repository.find().classPath("deploy/local"),
                        "io.churnwatch.local.service.KafkaBroker",
                        folder.resolve("data").toString(),
                        Integer.toString(port),
                        Integer.toString(Ports.free()),
                        readyFile.toString()),
                StopSignal.TERMINATE);
    }

    private static boolean names(Path readyFile, long pid) {
        try {
            return Files.readString(readyFile).equals(Long.toString(pid));
        } catch (IOException e) {
            return false;
        }
    }
}
