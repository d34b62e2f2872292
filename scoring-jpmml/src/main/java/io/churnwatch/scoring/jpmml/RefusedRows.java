package io.churnwatch.scoring.jpmml;

import java.io.PrintWriter;
import java.util.Locale;

/** The rows that could not be scored: the first are listed as they come, the others are counted. */
final class RefusedRows {
    private static final int NAMED_MAX = 20;

    private final PrintWriter err;
    private long count;

    RefusedRows(PrintWriter err) {
        this.err = err;
    }

    void add(long line, String reason) {
        count++;
        if (count <= NAMED_MAX) {
            err.println("line " + line + ": " + Terminal.printable(reason));
        }
    }

    boolean isEmpty() {
        return count == 0;
    }

    /** Prints how many there were; nothing when there were none. */
    void summarize(long scored) {
        if (count > NAMED_MAX) {
            err.printf(Locale.ROOT, "… and %,d more%n", count - NAMED_MAX);
        }
        if (count > 0) {
            err.printf(Locale.ROOT, "%,d of %,d rows could not be scored%n", count, count + scored);
        }
    }
}
