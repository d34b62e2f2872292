package io.churnwatch.bench.replay;

import static org.awaitility.Awaitility.await;

import io.churnwatch.local.service.ChildProcess;
import io.churnwatch.local.service.LogTail;
import io.churnwatch.local.service.PidFile;
import io.churnwatch.local.service.Ports;
import io.churnwatch.local.service.StopSignal;
import io.churnwatch.local.stack.FlinkCluster;
import io.churnwatch.local.stack.FlinkRest;
import io.churnwatch.local.stack.JavaProgram;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The stream job on a JobManager and two TaskManagers, as {@code up --cluster} runs it: each can be killed. */
final class JobCluster implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path folder;
    private final FlinkCluster cluster;
    private final FlinkRest flink;
    private final Map<String, ChildProcess> processes = new LinkedHashMap<>();

    JobCluster(Path folder, Map<String, String> environment) {
        int webPort = Ports.free();
        this.folder = folder;
        this.cluster = FlinkCluster.at(folder.resolve("cluster"), webPort, Ports.free(), environment);
        this.flink = new FlinkRest(webPort);
    }

    void start() throws IOException {
        startJobManager();
        for (int i = 0; i < taskManagers(); i++) {
            startTaskManager(i);
        }
        awaitJob();
    }

    int taskManagers() {
        return cluster.taskManagers().size();
    }

    FlinkRest flink() {
        return flink;
    }

    void startJobManager() throws IOException {
        start(cluster.jobManager());
    }

    void startTaskManager(int index) throws IOException {
        start(cluster.program(cluster.taskManagers().get(index)));
    }

    /** kill -9. */
    void killTaskManager(int index) {
        kill(cluster.taskManagers().get(index).name());
    }

    /** kill -9. */
    void killJobManager() {
        kill(FlinkCluster.JOB_MANAGER);
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

    private void start(JavaProgram program) throws IOException {
        processes.put(
                program.name(),
                ChildProcess.start(new ChildProcess.Command(
                        program.name(),
                        program.words(JobProcess.classPath(), Optional.empty()),
                        program.environment(),
                        folder.resolve(program.name() + ".log"),
                        new PidFile(folder.resolve(program.name() + ".pid")),
                        StopSignal.TERMINATE)));
    }

    private void kill(String name) {
        ChildProcess process = processes.get(name);
        process.handle().destroyForcibly();
        process.handle().onExit().join();
    }
}
