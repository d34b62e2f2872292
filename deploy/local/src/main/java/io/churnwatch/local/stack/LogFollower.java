package io.churnwatch.local.stack;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads what is added to a log file, whole lines only. Begins anew when the file is replaced by a shorter one. */
public final class LogFollower {
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

    private List<String> wholeLines(byte[] bytes) {
        List<String> lines = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                lines.add(new String(bytes, start, i - start, StandardCharsets.UTF_8));
                start = i + 1;
            }
        }
        position += start;
        return lines;
    }
}
