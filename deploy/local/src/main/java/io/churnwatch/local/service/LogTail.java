package io.churnwatch.local.service;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** The last lines of a log file, for messages. */
public final class LogTail {
    private static final int BYTES_MAX = 64 * 1024;

    public static String of(Path log, int lines) {
        List<String> all = new String(end(log), StandardCharsets.UTF_8).lines().toList();
        return String.join("\n", all.subList(Math.max(0, all.size() - lines), all.size()));
    }

    private static byte[] end(Path log) {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            long from = Math.max(0, file.length() - BYTES_MAX);
            byte[] bytes = new byte[(int) (file.length() - from)];
            file.seek(from);
            file.readFully(bytes);
            return bytes;
        } catch (IOException e) {
            return ("(not readable: " + e.getMessage() + ")").getBytes(StandardCharsets.UTF_8);
        }
    }

    private LogTail() {}
}
