package io.churnwatch.bench.latency;

import io.churnwatch.bench.process.BenchmarkFailedException;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** A thread that looks for arrivals until it is told to stop. */
final class Watch implements AutoCloseable {
    private final CompletableFuture<Void> end = new CompletableFuture<>();
    private final Thread thread;
    private volatile boolean stopped;

    /** The look returns at once or after a short wait, and is repeated. */
    Watch(String name, Callable<?> look) {
        thread = new Thread(() -> run(look), name);
        thread.start();
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
        try {
            end.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new BenchmarkFailedException(thread.getName() + " failed: " + e.getCause(), e);
        }
    }

    private void run(Callable<?> look) {
        try {
            while (!stopped) {
                look.call();
            }
            end.complete(null);
        } catch (Exception e) {
            end.completeExceptionally(e);
        }
    }
}
