package io.churnwatch.bench.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A program that does one thing and ends, with its output in a log.
 *
 * @param task what it does, as the user reads it: "Training 100x5"
 * @param folder that it runs in
 * @param environment beside this process's own
 */
public record LoggedProgram(
        String task, List<String> commandLine, Path folder, Map<String, String> environment, Path log) {

    public LoggedProgram {
        commandLine = List.copyOf(commandLine);
        environment = Map.copyOf(environment);
    }

    /** A program that runs beside its log, which is called NAME.log. */
    public LoggedProgram(String task, List<String> commandLine, Path folder, String name) {
        this(task, commandLine, folder, Map.of(), folder.resolve(name + ".log"));
    }

    /**
     * Runs it to its end.
     *
     * @throws BenchmarkFailedException naming the log, when it failed or did not end within the limit
     */
    public void complete(Duration limit) {
        if (!run(limit)) {
            throw new BenchmarkFailedException(
                    task + " did not end within " + limit.toMinutes() + " minutes; see " + log);
        }
    }

    /**
     * Announces what is done, and does it.
     *
     * @return whether it ended within the limit; what has not is stopped
     * @throws BenchmarkFailedException naming the log, when it failed
     */
    public boolean run(Duration limit) {
        System.err.println(task + " (log: " + log + ") …");
        Process process = start();
        try {
            boolean ended = process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
            if (ended && process.exitValue() != 0) {
                throw new BenchmarkFailedException(task + " failed; see " + log + lastLine());
            }
            return ended;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchmarkFailedException(task + " was interrupted", e);
        } finally {
            stop(process);
        }
    }

    private Process start() {
        try {
            Files.createDirectories(log.toAbsolutePath().getParent());
            ProcessBuilder builder = new ProcessBuilder(commandLine)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            builder.environment().putAll(environment);
            return builder.start();
        } catch (IOException e) {
            throw new BenchmarkFailedException(task + " could not be started: " + e.getMessage(), e);
        }
    }

    /** With its children: a shell would leave its compilers running. */
    private static void stop(Process process) {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
    }

    private String lastLine() {
        try {
            List<String> lines = Files.readAllLines(log).stream()
                    .filter(line -> !line.isBlank())
                    .toList();
            return lines.isEmpty() ? "" : ": " + lines.get(lines.size() - 1).strip();
        } catch (IOException e) {
            return ""; // the log is named, and whoever looks sees why it cannot be read
        }
    }
}
