package io.churnwatch.bench.latency;

import io.churnwatch.bench.process.BenchmarkFailedException;
import java.util.concurrent.CompletableFuture;

/** A thread that looks for arrivals until it is closed. */
final class Watch implements AutoCloseable {
    private final CompletableFuture<Void> end;
    private volatile boolean stopped;

    /** Returns at once or after a short wait. */
    interface Look {
        void look() throws Exception;
    }

    Watch(Look look) {
        end = CompletableFuture.runAsync(() -> repeat(look), task -> new Thread(task, "watch").start());
    }

    /** Fails when looking has failed. */
    void check() {
        if (end.isCompletedExceptionally()) {
            end.join();
        }
    }

    @Override
    public void close() {
        stopped = true;
        end.join();
    }

    private void repeat(Look look) {
        try {
            while (!stopped) {
                look.look();
            }
        } catch (Exception e) {
            throw new BenchmarkFailedException("Reading what has arrived failed: " + e.getMessage(), e);
        }
    }
}
