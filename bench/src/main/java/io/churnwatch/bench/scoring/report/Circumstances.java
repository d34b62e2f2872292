package io.churnwatch.bench.scoring.report;

import io.churnwatch.bench.report.Machine;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * Where, when and how was measured.
 *
 * @param command that measures the same again
 * @param quick whether the figures are a first look only
 * @param method how often and how long, in words
 * @param versions of what others have made
 */
public record Circumstances(
        Machine machine, Instant start, String command, boolean quick, String method, List<String> versions) {
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

    public Circumstances {
        versions = List.copyOf(versions);
    }

    /** A table; above it a warning unless it was a full run on a machine of its own. */
    String markdown() {
        return """
                %s
                | | |
                |---|---|
                | machine | %s |
                | load average at the start | %s |
                | date | %s |
                | command | `%s` |
                | measured | single thread; %s |
                | with | %s |
                """.formatted(
                        warning(),
                        machine.inWords(),
                        String.format(Locale.ROOT, "%.2f", machine.load()),
                        DATE.format(start),
                        command,
                        method,
                        String.join(", ", versions));
    }

    private String warning() {
        if (!quick && !machine.busy()) {
            return "";
        }
        String run = quick ? "A quick run" : "A run";
        String where = machine.busy() ? " on a busy machine" : "";
        return "\n> **%s%s: a first look, not figures to quote.**\n".formatted(run, where);
    }
}
