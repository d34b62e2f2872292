package io.churnwatch.bench.process;

/** A benchmark that could not be run, or whose contenders do not compute the same; the message says why. */
public final class BenchmarkFailedException extends RuntimeException {
    public BenchmarkFailedException(String message) {
        super(message);
    }

    public BenchmarkFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
