package io.churnwatch.bench.scoring;

/** A benchmark that could not be run, or whose contenders do not compute the same; the message says why. */
public final class BenchmarkFailedException extends RuntimeException {
    BenchmarkFailedException(String message) {
        super(message);
    }

    BenchmarkFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
