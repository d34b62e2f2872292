package io.churnwatch.local.service;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.apache.commons.io.input.ReversedLinesFileReader;

/** The last lines of a log file, for messages. */
public final class LogTail {
    public static String of(Path log, int lines) {
        try (ReversedLinesFileReader reader =
                ReversedLinesFileReader.builder().setPath(log).setCharset(UTF_8).get()) {
            List<String> last = reader.readLines(lines);
            Collections.reverse(last);
            return String.join("\n", last);
        } catch (IOException e) {
            return "(not readable: " + e.getMessage() + ")";
        }
    }

    private LogTail() {}
}
