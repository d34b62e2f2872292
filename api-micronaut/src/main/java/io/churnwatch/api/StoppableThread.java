package io.churnwatch.api;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A thread whose work pauses from time to time and, once stopped, ends at the next pause. */
public final class StoppableThread {
    private final CountDownLatch stop = new CountDownLatch(1);
    private final Thread thread;

    public StoppableThread(String name, Runnable work) {
        thread = new Thread(work, name);
    }

    public void start() {
        thread.start();
    }

    /** Pauses; returns whether the work must end. */
    public boolean stopsWithin(Duration pause) {
        try {
            return stop.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    public boolean isStopping() {
        return stop.getCount() == 0;
    }

    /**
     * Ends the work and waits for its end, at most for {@code patience}.
     *
     * @param wakeUp interrupts whatever the work waits for
     */
    public void stop(Runnable wakeUp, Duration patience) {
        stop.countDown();
        wakeUp.run();
        try {
            thread.join(patience.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
