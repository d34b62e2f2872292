package io.churnwatch.local.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Flink's {@code config.yaml} for a cluster on this machine. The job brings its own settings (checkpoints, state, restarts);
 * here is what the processes need before they know the job. Flink's start scripts, which would work out the memory, are not
 * in its Maven jars, so every size is said, and the JVM's options agree with them.
 */
final class ClusterSettings {
    private static final int FRAMEWORK_HEAP_MEBIBYTES = 128;
    private static final int TASK_HEAP_MEBIBYTES = 384;
    private static final int FRAMEWORK_DIRECT_MEBIBYTES = 128;
    private static final int NETWORK_MEBIBYTES = 64;
    private static final int METASPACE_MEBIBYTES = 160;

    static final String TASK_MANAGER_HEAP = mebibytes(FRAMEWORK_HEAP_MEBIBYTES + TASK_HEAP_MEBIBYTES);
    static final List<String> TASK_MANAGER_OPTIONS = List.of(
            "-XX:MaxDirectMemorySize=" + mebibytes(FRAMEWORK_DIRECT_MEBIBYTES + NETWORK_MEBIBYTES),
            "-XX:MaxMetaspaceSize=" + mebibytes(METASPACE_MEBIBYTES));

    private static final String HOST = "127.0.0.1";

    static void write(Path folder, int rpcPort, int webPort) {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("config.yaml"), yaml(settings(folder, rpcPort, webPort)));
        } catch (IOException e) {
            throw new UncheckedIOException("The configuration of the Flink cluster cannot be written", e);
        }
    }

    private static Map<String, Object> settings(Path folder, int rpcPort, int webPort) {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("jobmanager.rpc.address", HOST);
        settings.put("jobmanager.rpc.port", rpcPort);
        settings.put("jobmanager.bind-host", HOST);
        settings.put("rest.address", HOST);
        settings.put("rest.bind-address", HOST);
        settings.put("rest.port", webPort);
        settings.put("rest.bind-port", webPort);
        settings.put("taskmanager.host", HOST);
        settings.put("taskmanager.bind-host", HOST);
        settings.put("io.tmp.dirs", folder.resolve("tmp"));
        // Pages to look at; nobody uploads code or cancels from there.
        settings.put("web.submit.enable", false);
        settings.put("web.cancel.enable", false);
        settings.put("execution.checkpointing.num-retained", 2);
        settings.put(
                "metrics.reporter.prometheus.factory.class",
                "org.apache.flink.metrics.prometheus.LocalPrometheusReporterFactory");
        putSlots(settings);
        putMemory(settings);
        putFailureDetection(settings);
        return settings;
    }

    /** The work is shared out among those that are there when the job starts; either has room for all of it. */
    private static void putSlots(Map<String, Object> settings) {
        settings.put("taskmanager.numberOfTaskSlots", 2);
        settings.put("taskmanager.load-balance.mode", "SLOTS");
    }

    private static void putMemory(Map<String, Object> settings) {
        settings.put("taskmanager.cpu.cores", 1.0);
        settings.put("taskmanager.memory.framework.heap.size", mebibytes(FRAMEWORK_HEAP_MEBIBYTES));
        settings.put("taskmanager.memory.task.heap.size", mebibytes(TASK_HEAP_MEBIBYTES));
        settings.put("taskmanager.memory.framework.off-heap.size", mebibytes(FRAMEWORK_DIRECT_MEBIBYTES));
        settings.put("taskmanager.memory.task.off-heap.size", mebibytes(0));
        settings.put("taskmanager.memory.network.min", mebibytes(NETWORK_MEBIBYTES));
        settings.put("taskmanager.memory.network.max", mebibytes(NETWORK_MEBIBYTES));
        settings.put("taskmanager.memory.managed.size", mebibytes(256));
        settings.put("taskmanager.memory.jvm-metaspace.size", mebibytes(METASPACE_MEBIBYTES));
        settings.put("taskmanager.memory.jvm-overhead.min", mebibytes(128));
        settings.put("taskmanager.memory.jvm-overhead.max", mebibytes(128));
    }

    /** A process that is gone is noticed by the second heartbeat that fails, one that hangs by the time-out. */
    private static void putFailureDetection(Map<String, Object> settings) {
        settings.put("heartbeat.interval", "1 s");
        settings.put("heartbeat.timeout", "15 s");
        settings.put("cluster.registration.error-delay", "1 s");
        settings.put("cluster.registration.refused-registration-delay", "1 s");
    }

    private static String yaml(Map<String, Object> settings) {
        return settings.entrySet().stream()
                .map(setting ->
                        setting.getKey() + ": '" + setting.getValue().toString().replace("'", "''") + "'\n")
                .collect(Collectors.joining());
    }

    private static String mebibytes(int number) {
        return number + "m";
    }

    private ClusterSettings() {}
}
