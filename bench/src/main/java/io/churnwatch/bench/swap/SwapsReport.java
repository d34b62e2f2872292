package io.churnwatch.bench.swap;

import io.churnwatch.bench.report.Numbers;
import io.churnwatch.bench.report.Quantiles;
import io.churnwatch.bench.report.ServiceRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The page about swaps.
 *
 * @param feed how much of it there was, in words
 * @param champions what they were, in words
 */
record SwapsReport(ServiceRun run, String feed, String champions, Pauses pauses) {
    static final String FILE = "stream-swaps.md";

    private static final double GOAL_MILLIS = 100;
    private static final double FLOOR_MILLIS = 250;

    void writeTo(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(FILE), markdown());
    }

    String markdown() {
        return "# Swapping the champion under load\n" + run.markdown()
                + """
                | feed | %s |
                | champions | %s |

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
                """.formatted(
                                feed,
                                champions,
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

    private String swap(double percent) {
        return Numbers.inWords(Quantiles.of(pauses.swapMillis(), percent / 100));
    }

    private String calm(double percent) {
        return Numbers.inWords(Quantiles.of(pauses.calmMillis(), percent / 100));
    }
}
