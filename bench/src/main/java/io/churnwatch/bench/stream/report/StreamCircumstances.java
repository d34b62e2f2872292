package io.churnwatch.bench.stream.report;

import io.churnwatch.bench.report.Machine;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Where, when and how was measured.
 *
 * @param command that measures the same again
 * @param quick whether the figures are a first look only
 * @param updates per run
 */
public record StreamCircumstances(
        Machine machine, Instant start, String command, boolean quick, long updates, int rounds) {
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

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
                | measured | %s of every variant, one after the other; %,d updates each, of which those from 25 to 95 %% count |
                """.formatted(
                        warning(),
                        machine.inWords(),
                        String.format(Locale.ROOT, "%.2f", machine.load()),
                        DATE.format(start),
                        command,
                        rounds == 1 ? "1 run" : rounds + " runs",
                        updates);
    }

    private String warning() {
        if (!quick && !machine.busy()) {
            return "";
        }
        String run = quick ? "A quick run" : "A run";
        return "\n> **%s%s: a first look, not figures to quote.**\n"
                .formatted(run, machine.busy() ? " on a busy machine" : "");
    }
}
