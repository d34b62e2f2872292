package io.churnwatch.bench.replay;

import io.churnwatch.local.service.ChildProcess;
import io.churnwatch.local.service.Executables;
import io.churnwatch.local.service.PidFile;
import io.churnwatch.local.service.StopSignal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The stream job in a process of its own, as it runs in production: it can be killed. */
final class JobProcess implements AutoCloseable {
    private final Map<String, String> environment;
    private final Path folder;
    private ChildProcess process;

    JobProcess(Map<String, String> environment, Path folder) {
        this.environment = environment;
        this.folder = folder;
    }

    void start() throws IOException {
        process = ChildProcess.start(new ChildProcess.Command(
                "stream job",
                List.of(Executables.java(), "-Xmx1g", "-cp", classPath(), "io.churnwatch.stream.ChurnScoringJob"),
                environment,
                folder.resolve("job.log"),
                new PidFile(folder.resolve("job.pid")),
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
    static String classPath() throws IOException {
        Path target = Path.of("../stream-job/target");
        return target.resolve("classes") + ":"
                + Files.readString(target.resolve("runtime-classpath.txt")).strip();
    }

    /** The end of the log, for a failure's message. */
    String logTail() throws IOException {
        try (Stream<String> lines = Files.lines(folder.resolve("job.log"))) {
            List<String> all = lines.toList();
            return String.join("\n", all.subList(Math.max(0, all.size() - 30), all.size()));
        }
    }
}
