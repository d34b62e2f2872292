package io.churnwatch.local.stack;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Reads what is added to a log file, whole lines only. Begins anew when the file is replaced by a shorter one. */
public final class LogFollower {
    private static final Duration POLL_INTERVAL = Duration.ofMillis(200);

    private final Path log;
    private long position;

    /** @param from the byte to begin with */
    private LogFollower(Path log, long from) {
        this.log = log;
        this.position = from;
    }

    /** Follows what is written from now on. */
    public static LogFollower fromEnd(Path log) {
        try {
            return new LogFollower(log, Files.exists(log) ? Files.size(log) : 0);
        } catch (IOException e) {
            return new LogFollower(log, 0);
        }
    }

    /** The lines that were added since the last call. */
    public List<String> newLines() {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            if (file.length() < position) {
                position = 0;
            }
            byte[] bytes = new byte[(int) Math.min(file.length() - position, 1 << 20)];
            file.seek(position);
            file.readFully(bytes);
            return wholeLines(bytes);
        } catch (IOException e) {
            return List.of(); // not written yet
        }
    }

    /** Hands over the lines that are added, until the condition ends and everything is read. */
    void follow(BooleanSupplier goesOn, Consumer<String> reader) {
        while (goesOn.getAsBoolean()) {
            newLines().forEach(reader);
            LockSupport.parkNanos(POLL_INTERVAL.toNanos());
        }
        newLines().forEach(reader);
    }

    private List<String> wholeLines(byte[] bytes) {
        int end = bytes.length;
        while (end > 0 && bytes[end - 1] != '\n') {
            end--;
        }
        position += end;
        return new String(bytes, 0, end, StandardCharsets.UTF_8).lines().toList();
    }
}
