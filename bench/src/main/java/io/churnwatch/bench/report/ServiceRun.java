package io.churnwatch.bench.report;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Where, when and how something was measured that needs real services, as the head of its report.
 *
 * @param command that measures the same again
 * @param quick whether the figures are a first look only
 * @param method how often and how long, in words
 */
public record ServiceRun(Machine machine, Instant start, String command, boolean quick, String method) {
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

    /** A table; above it a warning unless it was a full run on a machine of its own. */
    public String markdown() {
        return """
                %s
                | | |
                |---|---|
                | machine | %s |
                | load average at the start | %s |
                | date | %s |
                | command | `%s` |
                | measured | %s |
                """.formatted(
                        warning(),
                        machine.inWords(),
                        String.format(Locale.ROOT, "%.2f", machine.load()),
                        DATE.format(start),
                        command,
                        method);
    }

    private String warning() {
        if (!quick && !machine.busy()) {
            return "";
        }
        String where = machine.busy() ? " on a busy machine" : "";
        return "\n> **%s%s: a first look, not figures to quote.**\n".formatted(quick ? "A quick run" : "A run", where);
    }
}
