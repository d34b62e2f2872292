package io.churnwatch.verify;

import static org.awaitility.Awaitility.await;

import io.churnwatch.local.service.ChildProcess;
import io.churnwatch.local.service.LogTail;
import io.churnwatch.local.service.PidFile;
import io.churnwatch.local.service.Ports;
import io.churnwatch.local.service.StopSignal;
import io.churnwatch.local.stack.FlinkCluster;
import io.churnwatch.local.stack.FlinkRest;
import io.churnwatch.local.stack.JavaProgram;
import io.churnwatch.local.stack.ModuleProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The stream job on a JobManager and two TaskManagers, as {@code up --cluster} runs it: each can be killed. */
final class JobCluster implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Path folder;
    private final Map<String, JavaProgram> programs = new LinkedHashMap<>();
    private final FlinkRest flink;
    private final int metricsPort = Ports.free();
    private final Map<String, ChildProcess> processes = new LinkedHashMap<>();

    JobCluster(Path folder, Map<String, String> environment) {
        int webPort = Ports.free();
        this.folder = folder;
        this.flink = new FlinkRest(webPort);
        FlinkCluster cluster = FlinkCluster.at(folder.resolve("cluster"), webPort, metricsPort, environment);
        programs.put(FlinkCluster.JOB_MANAGER, cluster.jobManager());
        cluster.taskManagers().forEach(taskManager -> programs.put(taskManager.name(), cluster.program(taskManager)));
    }

    void start() throws IOException {
        for (String name : programs.keySet()) {
            start(name);
        }
        awaitJob();
    }

    FlinkRest flink() {
        return flink;
    }

    void start(String name) throws IOException {
        JavaProgram program = programs.get(name);
        processes.put(
                name,
                ChildProcess.start(new ChildProcess.Command(
                        name,
                        program.commandLine(ModuleProcess.classPath("stream-job"), Optional.empty()),
                        program.environment(),
                        folder.resolve(name + ".log"),
                        new PidFile(folder.resolve(name + ".pid")),
                        StopSignal.TERMINATE)));
    }

    /** kill -9. */
    void kill(String name) {
        ModuleProcess.kill(processes.get(name));
    }

    JobMetrics metrics() {
        return new JobMetrics(metricsPort);
    }

    /** Waits until the JobManager has ended by itself. */
    int awaitEndOfJobManager() {
        ChildProcess jobManager = processes.get(FlinkCluster.JOB_MANAGER);
        await().atMost(PATIENCE).until(() -> !jobManager.isAlive());
        return jobManager.exitCode();
    }

    /** Waits until all tasks run, and returns the job's id. */
    String awaitJob() {
        return await().atMost(PATIENCE)
                .until(this::runningJob, Optional::isPresent)
                .orElseThrow();
    }

    /** The ends of all logs, for a failure's message. */
    String logTails() {
        StringBuilder tails = new StringBuilder();
        processes.forEach((name, process) -> tails.append(name)
                .append(":\n")
                .append(LogTail.of(process.logFile(), 20))
                .append('\n'));
        return tails.toString();
    }

    @Override
    public void close() {
        processes.values().forEach(ChildProcess::close);
    }

    private Optional<String> runningJob() {
        try {
            return flink.job().filter(FlinkRest.Job::runs).map(FlinkRest.Job::id);
        } catch (IOException e) {
            return Optional.empty(); // not listening yet
        }
    }
}
