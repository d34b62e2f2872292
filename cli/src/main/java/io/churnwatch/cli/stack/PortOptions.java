package io.churnwatch.cli.stack;

import io.churnwatch.local.stack.StackPorts.Listener;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The ports of the parts. A chosen port is remembered. */
final class PortOptions {
    @Option(
            names = "--api-port",
            paramLabel = "PORT",
            description = "REST API and web pages (8080 at first); 0 takes any free port, here and below.")
    private @Nullable Integer api;

    @Option(names = "--kafka-port", paramLabel = "PORT", description = "Kafka (19092 at first).")
    private @Nullable Integer kafka;

    @Option(names = "--postgres-port", paramLabel = "PORT", description = "PostgreSQL (15432 at first).")
    private @Nullable Integer postgres;

    @Option(names = "--redis-port", paramLabel = "PORT", description = "Redis (16379 at first).")
    private @Nullable Integer redis;

    @Option(names = "--flink-port", paramLabel = "PORT", description = "Flink's own pages (18081 at first).")
    private @Nullable Integer flink;

    @Option(
            names = "--metrics-port",
            paramLabel = "PORT",
            description = "The job's metrics for Prometheus (18082 at first).")
    private @Nullable Integer metrics;

    @Option(names = "--mlflow-port", paramLabel = "PORT", description = "MLflow (15000 at first).")
    private @Nullable Integer mlflow;

    Map<Listener, Integer> chosen() {
        Map<Listener, Integer> chosen = new EnumMap<>(Listener.class);
        put(chosen, Listener.API, api);
        put(chosen, Listener.KAFKA, kafka);
        put(chosen, Listener.POSTGRES, postgres);
        put(chosen, Listener.REDIS, redis);
        put(chosen, Listener.FLINK, flink);
        put(chosen, Listener.METRICS, metrics);
        put(chosen, Listener.MLFLOW, mlflow);
        return chosen;
    }

    private static void put(Map<Listener, Integer> chosen, Listener listener, @Nullable Integer port) {
        if (port != null) {
            chosen.put(listener, port);
        }
    }
}
