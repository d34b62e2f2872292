package io.churnwatch.bench.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A program that prepares something and ends, with what it says in a log.
 *
 * @param task what it does, as the user reads it: "Training 100x5"
 * @param folder that it runs in
 * @param environment beside this process's own
 */
public record LoggedProgram(
        String task, List<String> commandLine, Path folder, Map<String, String> environment, Path log) {
    private static final long LOOK_EVERY_MILLIS = 100;

    public LoggedProgram {
        commandLine = List.copyOf(commandLine);
        environment = Map.copyOf(environment);
    }

    public LoggedProgram(String task, List<String> commandLine, Path folder, Path log) {
        this(task, commandLine, folder, Map.of(), log);
    }

    /**
     * Says what is done, and does it.
     *
     * @return whether it ended within the limit; what has not is stopped
     * @throws BenchmarkFailedException naming the log, when it failed
     */
    public boolean run(Duration limit) {
        System.err.println(task + " (once; log: " + log + ") …");
        return runWatched(limit, process -> {});
    }

    /**
     * The same without a word, for what is measured.
     *
     * @param look at the program, ten times a second while it runs
     */
    public boolean runWatched(Duration limit, Consumer<ProcessHandle> look) {
        Process process = start();
        try {
            if (!endsWithin(limit, process, look)) {
                return false;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchmarkFailedException(task + " was interrupted", e);
        } finally {
            stop(process);
        }
        if (process.exitValue() != 0) {
            throw new BenchmarkFailedException(task + " failed; see " + log + lastLine());
        }
        return true;
    }

    private static boolean endsWithin(Duration limit, Process process, Consumer<ProcessHandle> look)
            throws InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!process.waitFor(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            look.accept(process.toHandle());
        }
        return true;
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
