package io.churnwatch.training;

import java.io.PrintStream;
import java.util.Locale;
import java.util.function.LongSupplier;

/** What a training is doing, as lines with the seconds since its start: {@code  12.3 s  fitted 100 trees}. */
public final class Progress {
    private final PrintStream out;
    private final LongSupplier nanoTime;
    private final long start;

    public Progress(PrintStream out, LongSupplier nanoTime) {
        this.out = out;
        this.nanoTime = nanoTime;
        this.start = nanoTime.getAsLong();
    }

    public void report(String done, Object... arguments) {
        String text = String.format(Locale.ROOT, done, arguments);
        out.printf(Locale.ROOT, "%6.1f s  %s%n", seconds(), text);
    }

    private double seconds() {
        return (nanoTime.getAsLong() - start) / 1e9;
    }
}
