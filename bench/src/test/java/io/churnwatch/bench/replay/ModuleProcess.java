package io.churnwatch.bench.replay;

import io.churnwatch.local.service.ChildProcess;
import io.churnwatch.local.service.Executables;
import io.churnwatch.local.service.LogTail;
import io.churnwatch.local.service.PidFile;
import io.churnwatch.local.service.Ports;
import io.churnwatch.local.service.Service;
import io.churnwatch.local.service.StopSignal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A deployable in a process of its own, as it runs in production: it can be killed. */
final class ModuleProcess implements AutoCloseable {
    private final String name;
    private final String module;
    private final String heap;
    private final String mainClass;
    private final Map<String, String> environment;
    private final Path folder;
    private ChildProcess process;

    private ModuleProcess(
            String name, String module, String heap, String mainClass, Map<String, String> environment, Path folder) {
        this.name = name;
        this.module = module;
        this.heap = heap;
        this.mainClass = mainClass;
        this.environment = environment;
        this.folder = folder;
    }

    static ModuleProcess job(Map<String, String> environment, Path folder) {
        return new ModuleProcess(
                "job", "stream-job", "1g", "io.churnwatch.stream.ChurnScoringJob", environment, folder);
    }

    /** What the job is started with in one process: a checkpoint every second. */
    static Map<String, String> jobEnvironment(Path stateDir, Service... services) {
        Map<String, String> environment = new HashMap<>();
        for (Service service : services) {
            environment.putAll(service.environment());
        }
        environment.put("CHURNWATCH_STATE_DIR", stateDir.toString());
        environment.put("CHURNWATCH_FLINK_PORT", "0");
        environment.put("CHURNWATCH_METRICS_PORT", Integer.toString(Ports.free()));
        environment.put("CHURNWATCH_CHECKPOINT_MILLIS", "1000");
        return environment;
    }

    /** Its relay publishes the outbox. */
    static ModuleProcess api(Map<String, String> services, Path folder) {
        Map<String, String> environment = new HashMap<>(services);
        environment.put("CHURNWATCH_API_PORT", "0");
        environment.put("CHURNWATCH_JWT_SECRET", "a secret of at least 32 characters");
        environment.put(
                "CHURNWATCH_ADMIN_PASSWORD_FILE",
                folder.resolve("admin-password").toString());
        environment.put("CHURNWATCH_WEB_DIR", folder.resolve("web").toString());
        return new ModuleProcess("api", "api-micronaut", "384m", "io.churnwatch.api.Application", environment, folder);
    }

    void start() throws IOException {
        process = ChildProcess.start(new ChildProcess.Command(
                name,
                List.of(Executables.java(), "-Xmx" + heap, "-cp", classPath(module), mainClass),
                environment,
                folder.resolve(name + ".log"),
                new PidFile(folder.resolve(name + ".pid")),
                StopSignal.TERMINATE));
    }

    void kill() {
        kill(process);
    }

    /** kill -9. */
    static void kill(ChildProcess process) {
        process.handle().destroyForcibly();
        process.handle().onExit().join();
    }

    JobMetrics metrics() {
        return new JobMetrics(Integer.parseInt(environment.get("CHURNWATCH_METRICS_PORT")));
    }

    @Override
    public void close() {
        process.close();
    }

    /** The module's classes and what it needs, as its build wrote them. */
    static String classPath(String module) throws IOException {
        Path target = Path.of("..", module, "target");
        return target.resolve("classes") + ":"
                + Files.readString(target.resolve("runtime-classpath.txt")).strip();
    }

    /** The end of the log, for a failure's message. */
    String logTail() {
        return LogTail.of(process.logFile(), 30);
    }
}
