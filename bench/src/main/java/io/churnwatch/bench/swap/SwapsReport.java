package io.churnwatch.bench.swap;

import io.churnwatch.bench.report.Machine;
import io.churnwatch.bench.report.Numbers;
import io.churnwatch.bench.report.Quantiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * The page about swaps.
 *
 * @param forest what each champion was
 * @param events how many were scored
 */
record SwapsReport(
        Machine machine, Instant start, String command, String forest, int perSecond, long events, Pauses pauses) {
    static final String FILE = "stream-swaps.md";

    private static final double GOAL_MILLIS = 100;
    private static final double FLOOR_MILLIS = 250;
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

    void writeTo(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(FILE), markdown());
    }

    String markdown() {
        return String.format(
                Locale.ROOT,
                """
                # Swapping the champion under load
                %s
                | | |
                |---|---|
                | machine | %s |
                | load average at the start | %.2f |
                | date | %s |
                | command | `%s` |
                | feed | %,d events a second, %,d in all |
                | champions | %d, each a forest of %s of its own, published a second before it comes into force |

                Written by the command. A *pause* is the longest that an event waited between the log and its score, less what half of all
                events waited at most (%s ms). Of a swap it is looked for from the announcement, when the model is fetched, verified and
                warmed beside the stream, until a second after the model came into force. *Calm* is as much time right after, in which
                nothing was swapped: what it shows, the swap is not to blame for.

                | pause in ms | of the swaps | calm |
                |---|---:|---:|
                | median | %s | %s |
                | p99 | %s | %s |
                | longest | %s | %s |

                %s
                """,
                warning(),
                machine.inWords(),
                machine.load(),
                DATE.format(start),
                command,
                perSecond,
                events,
                pauses.swapMillis().length,
                forest,
                Numbers.inWords(pauses.usualMillis()),
                swap(50),
                calm(50),
                swap(99),
                calm(99),
                swap(100),
                calm(100),
                verdict());
    }

    /** What issue 5 asks for. */
    private String verdict() {
        double p99 = Quantiles.of(pauses.swapMillis(), 0.99);
        String wanted = "Wanted: a p99 of at most " + Numbers.inWords(GOAL_MILLIS) + " ms.";
        if (p99 <= GOAL_MILLIS) {
            return wanted + " **Met.**";
        }
        return p99 <= FLOOR_MILLIS
                ? wanted + " **Worse than wanted**, within the limit of " + Numbers.inWords(FLOOR_MILLIS) + " ms."
                : wanted + " **Worse than wanted, beyond even the limit** of " + Numbers.inWords(FLOOR_MILLIS) + " ms.";
    }

    private String warning() {
        return machine.busy() ? "\n> **A run on a busy machine: a first look, not figures to quote.**\n" : "";
    }

    private String swap(double percent) {
        return Numbers.inWords(Quantiles.of(pauses.swapMillis(), percent / 100));
    }

    private String calm(double percent) {
        return Numbers.inWords(Quantiles.of(pauses.calmMillis(), percent / 100));
    }
}
