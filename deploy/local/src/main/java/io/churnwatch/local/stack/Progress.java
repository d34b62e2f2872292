package io.churnwatch.local.stack;

import java.io.PrintStream;
import java.util.Locale;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reports what is happening, line by line with the seconds since the start. Thread-safe. */
public final class Progress {
    private static final double NANOS_PER_SECOND = 1e9;

    private final PrintStream out;
    private final LongSupplier nanoTime;
    private final long start;

    public Progress(PrintStream out, LongSupplier nanoTime) {
        this.out = out;
        this.nanoTime = nanoTime;
        this.start = nanoTime.getAsLong();
    }

    public static Progress onStandardError() {
        return new Progress(System.err, System::nanoTime);
    }

    public synchronized void say(String format, @Nullable Object... arguments) {
        out.printf(Locale.ROOT, "[%6.1f s] %s%n", secondsSince(start), String.format(Locale.ROOT, format, arguments));
        out.flush();
    }

    /** A line without a time, for tables and results. */
    public synchronized void print(String line) {
        out.println(line);
        out.flush();
    }

    /** Does some work, and reports its beginning and its duration. */
    <T> T step(String what, Supplier<T> work) {
        say("%s …", what);
        long begun = nanoTime.getAsLong();
        T result = work.get();
        say("%s: done in %.1f s", what, secondsSince(begun));
        return result;
    }

    private double secondsSince(long moment) {
        return (nanoTime.getAsLong() - moment) / NANOS_PER_SECOND;
    }
}
