package io.churnwatch.local.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * A process that we started, with its output in a log file and its id in a pid file. It has a session of its own,
 * so that Ctrl-C at the terminal reaches only us and we decide in which order things end. Its temporary files are in a folder
 * of their own, which is deleted when it is stopped, or before its next start when it was killed.
 */
public final class ChildProcess implements AutoCloseable {
    private static final Duration POLL_INTERVAL = Duration.ofMillis(20);
    private static final long LOG_BYTES_MAX = 20_000_000;

    private final Command command;
    private final Process process;

    private ChildProcess(Command command, Process process) {
        this.command = command;
        this.process = process;
    }

    /**
     * The program to start.
     *
     * @param environment variables beside the inherited ones
     */
    public record Command(
            String name,
            List<String> commandLine,
            Map<String, String> environment,
            Path logFile,
            PidFile pidFile,
            StopSignal stopSignal) {
        public Command {
            commandLine = List.copyOf(commandLine);
            environment = Map.copyOf(environment);
        }

        /** A JVM ignores TMPDIR: it gets its temporary folder as an option. */
        private List<String> launched() {
            List<String> launched = new ArrayList<>(commandLine);
            if (commandLine.get(0).equals(Executables.java())) {
                launched.add(1, "-Djava.io.tmpdir=" + temporaryFolder());
            }
            return launched;
        }

        private Path temporaryFolder() {
            return pidFile.temporaryFolder().toAbsolutePath();
        }

        /** Stops what an earlier start of this command left running. */
        public void stopLeftover() {
            pidFile.stop(stopSignal);
        }
    }

    /** Starts the command, after stopping what an earlier start of it left running. */
    public static ChildProcess start(Command command) {
        command.stopLeftover();
        try {
            keepLogSmall(command.logFile());
            ProcessBuilder builder = new ProcessBuilder(inOwnSession(command.launched()))
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectOutput(
                            ProcessBuilder.Redirect.appendTo(command.logFile().toFile()))
                    .redirectErrorStream(true);
            builder.environment()
                    .put(
                            "TMPDIR",
                            Files.createDirectories(command.temporaryFolder()).toString());
            builder.environment().putAll(command.environment());
            Process process = builder.start();
            command.pidFile().write(process.toHandle());
            return new ChildProcess(command, process);
        } catch (IOException e) {
            throw new ServiceFailedException(command.name() + " could not be started: " + e.getMessage(), e);
        }
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return Liveness.isAlive(process.toHandle());
    }

    /** For waiting until it ends, and for killing it in tests. */
    public ProcessHandle handle() {
        return process.toHandle();
    }

    public Path logFile() {
        return command.logFile();
    }

    /** Returns how it ended, after its end. */
    public int exitCode() {
        return process.onExit().join().exitValue(); // the JVM takes note of an end a moment after it
    }

    /**
     * Waits for the condition.
     *
     * @throws ServiceFailedException with the end of the log, when the process ends before it or the time is over
     */
    public void awaitReady(BooleanSupplier ready, Duration timeout) {
        long deadline = System.nanoTime() + timeout.toNanos();
        while (!ready.getAsBoolean()) {
            if (!isAlive()) {
                throw failed("ended with exit code " + exitCode() + " instead of becoming ready");
            }
            if (System.nanoTime() > deadline) {
                close();
                throw failed("was not ready after " + timeout.toSeconds() + " s");
            }
            pause();
        }
    }

    /**
     * Waits until it has ended by itself.
     *
     * @throws ServiceFailedException with the end of the log, when it failed or the time is over
     */
    void awaitEnd(Duration timeout) {
        awaitReady(() -> !isAlive(), timeout);
        if (exitCode() != 0) {
            throw failed("failed with exit code " + exitCode());
        }
    }

    /** Asks it to end, and waits until it has. */
    @Override
    public void close() {
        command.pidFile().stop(command.stopSignal());
    }

    private ServiceFailedException failed(String what) {
        return new ServiceFailedException(
                command.name() + " " + what + ". The end of " + logFile() + ":\n" + LogTail.of(logFile(), 15));
    }

    private static void pause() {
        try {
            Thread.sleep(POLL_INTERVAL.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServiceFailedException("Interrupted while waiting", e);
        }
    }

    private static List<String> inOwnSession(List<String> commandLine) {
        List<String> command = new ArrayList<>();
        if (Executables.find("setsid").isPresent()) {
            command.add("setsid");
        }
        command.addAll(commandLine);
        return command;
    }

    private static void keepLogSmall(Path log) throws IOException {
        if (Files.exists(log) && Files.size(log) > LOG_BYTES_MAX) {
            Files.move(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
