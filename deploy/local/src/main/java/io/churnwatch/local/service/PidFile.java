package io.churnwatch.local.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Remembers a process by its id and start time, so that a later JVM finds it again. The start time tells it from a
 * stranger that was given the same id since.
 */
public record PidFile(Path path) {
    /** The kernel reports start times relative to a boot time that it rounds, differently from day to day. */
    private static final Duration START_TIME_TOLERANCE = Duration.ofSeconds(2);

    private static final Duration STOP_PATIENCE = Duration.ofSeconds(30);

    public void write(ProcessHandle process) {
        try {
            Files.writeString(path, process.pid() + " " + startedAt(process).toEpochMilli() + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The process of this file, while it runs. */
    public Optional<ProcessHandle> running() {
        return started()
                .flatMap(started -> ProcessHandle.of(started.pid())
                        .filter(Liveness::isAlive)
                        .filter(process -> isClose(started.at(), startedAt(process))));
    }

    private record Started(long pid, Instant at) {}

    private Optional<Started> started() {
        try {
            String[] words = Files.readString(path).strip().split(" ", -1);
            return Optional.of(new Started(Long.parseLong(words[0]), Instant.ofEpochMilli(Long.parseLong(words[1]))));
        } catch (IOException | NumberFormatException | ArrayIndexOutOfBoundsException e) {
            return Optional.empty(); // there is none, or a crash left half of it
        }
    }

    /** Where its process keeps temporary files. */
    public Path temporaryFolder() {
        return path.resolveSibling(path.getFileName() + ".tmp");
    }

    /** Stops the process of this file, if it runs, and deletes what it left behind. */
    public void stop(StopSignal signal) {
        running().ifPresentOrElse(process -> signal.stop(process, STOP_PATIENCE), () -> stopOrphans(signal));
        delete();
        deleteTemporaryFiles();
    }

    /** What cannot be deleted now, goes before the next start: it is no reason not to stop the others. */
    private void deleteTemporaryFiles() {
        try {
            ServiceFolder.delete(temporaryFolder());
        } catch (UncheckedIOException e) {
            // A child of the process may write there still.
        }
    }

    /** A number that somebody else was given since is not that of a group of ours. */
    private void stopOrphans(StopSignal signal) {
        started()
                .map(Started::pid)
                .filter(pid -> ProcessHandle.of(pid).filter(Liveness::isAlive).isEmpty())
                .ifPresent(signal::stopOrphans);
    }

    public void delete() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isClose(Instant one, Instant other) {
        return Duration.between(one, other).abs().compareTo(START_TIME_TOLERANCE) <= 0;
    }

    private static Instant startedAt(ProcessHandle process) {
        return process.info().startInstant().orElse(Instant.EPOCH);
    }
}
