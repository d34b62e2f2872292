package io.churnwatch.local.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Remembers a process by its id, its start and the boot of the machine, so that a later JVM finds it again and takes no
 * other process with the same id for it. Starts are in ticks since the boot: no step of the wall clock moves them.
 */
public record PidFile(Path path) {
    private static final Path BOOT_ID = Path.of("/proc/sys/kernel/random/boot_id");
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(30);

    public void write(ProcessHandle process) {
        try {
            Files.writeString(path, identity(process.pid()) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The process of this file, while it runs. */
    public Optional<ProcessHandle> running() {
        return pid().flatMap(ProcessHandle::of).filter(Liveness::isAlive).filter(this::isOurs);
    }

    private boolean isOurs(ProcessHandle process) {
        try {
            return Files.readString(path).strip().equals(identity(process.pid()));
        } catch (IOException e) {
            return false; // stopped by another
        }
    }

    private Optional<Long> pid() {
        try {
            return Optional.of(Long.valueOf(Files.readString(path).strip().split(" ", -1)[0]));
        } catch (IOException | NumberFormatException e) {
            return Optional.empty(); // there is none, or a crash left half of it
        }
    }

    /** A process that has ended already is nobody to be found again. */
    private static String identity(long pid) {
        try {
            return pid + " " + ProcStat.read(pid).startTicks() + " "
                    + Files.readString(BOOT_ID).strip();
        } catch (IOException e) {
            return pid + " ended";
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
        pid().filter(pid -> ProcessHandle.of(pid).filter(Liveness::isAlive).isEmpty())
                .ifPresent(signal::stopOrphans);
    }

    public void delete() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
