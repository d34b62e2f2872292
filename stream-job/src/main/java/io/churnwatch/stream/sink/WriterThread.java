package io.churnwatch.stream.sink;

import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes one batch at a time beside the task, which alone calls these methods. */
final class WriterThread implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WriterThread.class);
    private static final Duration END_TIMEOUT = Duration.ofSeconds(30);

    private final RetryingWriter writer;
    private final ExecutorService thread;
    private Future<?> writing = CompletableFuture.completedFuture(null);

    WriterThread(RetryingWriter writer) {
        this.writer = writer;
        String name = Thread.currentThread().getName() + ", to PostgreSQL";
        this.thread = Executors.newSingleThreadExecutor(work -> {
            Thread started = new Thread(work, name);
            started.setDaemon(true);
            return started;
        });
    }

    /** Returns whether nothing is being written; a failure also ends the writing. */
    boolean isIdle() {
        return writing.isDone();
    }

    /** Begins to write a batch, which belongs to the thread from now on. The one before must be written. */
    void write(RiskBatch batch) {
        writing = thread.submit(() -> {
            writer.write(batch);
            return null;
        });
    }

    /**
     * Waits until what was handed over is committed.
     *
     * @throws IOException when PostgreSQL refused it, or was away for too long
     */
    void awaitWritten() throws IOException, InterruptedException {
        try {
            writing.get();
        } catch (ExecutionException e) {
            Throwable cause = Objects.requireNonNull(e.getCause());
            throw new IOException(cause.getMessage(), cause);
        }
    }

    /**
     * Breaks off what is being written. When this returns nothing more is begun: the task's next attempt must not be
     * overtaken by what this one still had in hand.
     */
    @Override
    public void close() {
        thread.shutdownNow();
        writer.close();
        try {
            if (!thread.awaitTermination(END_TIMEOUT.toSeconds(), TimeUnit.SECONDS)) {
                LOG.warn("A connection to PostgreSQL is still being opened; nothing is written through it");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
