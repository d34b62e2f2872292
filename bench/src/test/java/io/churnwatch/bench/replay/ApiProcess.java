package io.churnwatch.bench.replay;

import io.churnwatch.local.service.ChildProcess;
import io.churnwatch.local.service.Executables;
import io.churnwatch.local.service.PidFile;
import io.churnwatch.local.service.StopSignal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The API in a process of its own: its relay publishes the outbox, and it can be killed. */
final class ApiProcess implements AutoCloseable {
    private final Map<String, String> environment;
    private final Path folder;
    private ChildProcess process;

    ApiProcess(Map<String, String> services, Path folder) {
        this.folder = folder;
        environment = new HashMap<>(services);
        environment.put("CHURNWATCH_API_PORT", "0");
        environment.put("CHURNWATCH_JWT_SECRET", "a secret of at least 32 characters");
        environment.put(
                "CHURNWATCH_ADMIN_PASSWORD_FILE",
                folder.resolve("admin-password").toString());
        environment.put("CHURNWATCH_WEB_DIR", folder.resolve("web").toString());
    }

    void start() throws IOException {
        process = ChildProcess.start(new ChildProcess.Command(
                "API",
                List.of(Executables.java(), "-Xmx384m", "-cp", classPath(), "io.churnwatch.api.Application"),
                environment,
                folder.resolve("api.log"),
                new PidFile(folder.resolve("api.pid")),
                StopSignal.TERMINATE));
    }

    /** kill -9. */
    void kill() {
        process.handle().destroyForcibly();
        process.handle().onExit().join();
    }

    @Override
    public void close() {
        process.close();
    }

    /** The module's classes and what it needs, as its build wrote them. */
    private static String classPath() throws IOException {
        Path target = Path.of("../api-micronaut/target");
        return target.resolve("classes") + ":"
                + Files.readString(target.resolve("runtime-classpath.txt")).strip();
    }
}
