package io.churnwatch.local.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.apache.commons.io.FileUtils;
import org.apache.commons.io.file.FilesUncheck;
import org.apache.commons.io.function.Uncheck;

/**
 * Remembers a process by its id, its start and the boot of the machine, so that a later JVM finds it again and does not
 * mistake another process with the same id for it. Starts are in ticks since the boot: no step of the wall clock moves them.
 */
public record PidFile(Path path) {
    private static final Path BOOT_ID = Path.of("/proc/sys/kernel/random/boot_id");
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(30);

    public void write(ProcessHandle process) {
        Uncheck.run(() -> Files.writeString(path, identity(process.pid()) + "\n"));
    }

    /** The process of this file, while it runs. */
    public Optional<ProcessHandle> running() {
        return pid().flatMap(ProcessHandle::of).filter(Liveness::isAlive).filter(this::isOurs);
    }

    private boolean isOurs(ProcessHandle process) {
        try {
            return Files.readString(path).strip().equals(identity(process.pid()));
        } catch (IOException e) {
            return false; // another process has stopped it
        }
    }

    private Optional<Long> pid() {
        try {
            return Optional.of(Long.valueOf(Files.readString(path).strip().split(" ", -1)[0]));
        } catch (IOException | NumberFormatException e) {
            return Optional.empty(); // there is no file, or a crash left half of it
        }
    }

    /** A process that has already ended gets an identity that no process has. */
    private static String identity(long pid) {
        try {
            return pid + " " + ProcStat.read(pid).startTicks() + " "
                    + Files.readString(BOOT_ID).strip();
        } catch (IOException e) {
            return pid + " ended";
        }
    }

    /** The folder for the temporary files of its process. */
    public Path temporaryFolder() {
        return path.resolveSibling(path.getFileName() + ".tmp");
    }

    /** Stops the process of this file, if it runs, and deletes what it left behind. */
    public void stop(StopSignal signal) {
        running().ifPresentOrElse(process -> signal.stop(process, STOP_PATIENCE), () -> stopOrphans(signal));
        delete();
        // A child of the process may still write there. The next start deletes what is left.
        FileUtils.deleteQuietly(temporaryFolder().toFile());
    }

    /** Spares a process that got the same number since: its group is not ours. */
    private void stopOrphans(StopSignal signal) {
        pid().filter(pid -> ProcessHandle.of(pid).filter(Liveness::isAlive).isEmpty())
                .ifPresent(signal::stopOrphans);
    }

    public void delete() {
        FilesUncheck.deleteIfExists(path);
    }
}
