package io.churnwatch.training.run;

import java.io.PrintStream;
import java.util.Locale;
import java.util.function.LongSupplier;

/** Progress as lines with the seconds since the start: {@code  12.3 s   45 %  fitted 100 trees}. */
public final class ProgressLines implements TrainingProgress {
    private final PrintStream out;
    private final LongSupplier nanoTime;
    private final long start;

    public ProgressLines(PrintStream out, LongSupplier nanoTime) {
        this.out = out;
        this.nanoTime = nanoTime;
        this.start = nanoTime.getAsLong();
    }

    @Override
    public void report(int percent, String done) {
        out.printf(Locale.ROOT, "%6.1f s  %3d %%  %s%n", seconds(), percent, done);
    }

    private double seconds() {
        return (nanoTime.getAsLong() - start) / 1e9;
    }
}
