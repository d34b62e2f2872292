package io.churnwatch.local.stack;

import io.churnwatch.local.service.Ports;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The job on a cluster of its own, from the same jars as in one process: a JobManager whose {@code main} is the job's, and
 * TaskManagers that do its work. Either kind may die: the job goes on from its last checkpoint.
 *
 * @param configFolder with Flink's {@code config.yaml}
 * @param environment of every process
 */
public record FlinkCluster(
        Path configFolder, List<TaskManager> taskManagers, int metricsPort, Map<String, String> environment) {
    public static final String JOB_MANAGER = "jobmanager";

    static final List<String> TASK_MANAGERS = List.of("taskmanager-1", "taskmanager-2");

    /** In the order of their start. They are stopped in reverse, so the JobManager gives up the job first. */
    static final List<String> PROCESSES = List.of(TASK_MANAGERS.get(0), TASK_MANAGERS.get(1), JOB_MANAGER);

    /** The packages that Flink's own start scripts open. */
    static final List<String> OPENED_PACKAGES = Stream.of(
                    "java.lang",
                    "java.lang.reflect",
                    "java.io",
                    "java.net",
                    "java.nio",
                    "java.text",
                    "java.time",
                    "java.util",
                    "java.util.concurrent",
                    "java.util.concurrent.atomic",
                    "java.util.concurrent.locks",
                    "sun.nio.ch")
            .map(packageName -> "--add-opens=java.base/" + packageName + "=ALL-UNNAMED")
            .toList();

    /** The JobManager computes next to nothing, and the job waits until it has started. */
    private static final List<String> QUICK_START = List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    /** A process for the job's work, and where Prometheus reads its metrics. */
    public record TaskManager(String name, int metricsPort) {}

    public FlinkCluster {
        taskManagers = List.copyOf(taskManagers);
        environment = Map.copyOf(environment);
    }

    /** Writes the configuration of a cluster with two TaskManagers into that folder. */
    public static FlinkCluster at(Path folder, int webPort, int metricsPort, Map<String, String> environment) {
        ClusterSettings.write(folder, Ports.free(), webPort);
        List<TaskManager> taskManagers = TASK_MANAGERS.stream()
                .map(name -> new TaskManager(name, Ports.free()))
                .toList();
        return new FlinkCluster(folder, taskManagers, metricsPort, environment);
    }

    /** Runs the job's main; it ends when the job does. */
    public JavaProgram jobManager() {
        List<String> arguments = arguments(metricsPort);
        arguments.addAll(List.of("--job-classname", MainClass.JOB.className()));
        return program(JOB_MANAGER, MainClass.JOB_MANAGER, QUICK_START, arguments);
    }

    /** Connects to the JobManager as soon as there is one. */
    public JavaProgram program(TaskManager taskManager) {
        List<String> arguments = arguments(taskManager.metricsPort());
        // A name that stays: its successor takes over its folder, and the JobManager knows at once that it has died.
        arguments.addAll(List.of("-D", "taskmanager.resource-id=" + taskManager.name()));
        return program(taskManager.name(), MainClass.TASK_MANAGER, ClusterSettings.TASK_MANAGER_OPTIONS, arguments);
    }

    private JavaProgram program(String name, MainClass main, List<String> jvmOptions, List<String> arguments) {
        List<String> options =
                Stream.concat(OPENED_PACKAGES.stream(), jvmOptions.stream()).toList();
        return new JavaProgram(name, main, options, arguments, environment);
    }

    private List<String> arguments(int metricsPort) {
        return new ArrayList<>(List.of(
                "--configDir", configFolder.toString(), "-D", "metrics.reporter.prometheus.port=" + metricsPort));
    }
}
