package io.churnwatch.local.stack;

import io.churnwatch.local.service.ChildProcess;
import io.churnwatch.local.service.ServiceFailedException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** A part that is started again when it dies, until it is stopped. */
final class SupervisedPart {
    private static final Duration STABLE_AFTER = Duration.ofMinutes(1);
    private static final Duration STOP_POLL_INTERVAL = Duration.ofMillis(50);

    /** The exit codes of a part that another process asked to end: in good order, or by SIGTERM. */
    private static final Set<Integer> WHEN_ASKED = Set.of(0, 143);

    private final Part part;
    private final Progress progress;
    private final Runnable changed;
    private final BackOff backOff = new BackOff();
    private final CountDownLatch stopRequested = new CountDownLatch(1);

    private volatile PartState state = PartState.WAITING;
    private volatile @Nullable ChildProcess process;
    private volatile boolean starting;
    private final AtomicInteger restarts = new AtomicInteger();

    /** @param changed is called after every change of the status */
    SupervisedPart(Part part, Progress progress, Runnable changed) {
        this.part = part;
        this.progress = progress;
        this.changed = changed;
    }

    /** Starts it and watches over it from now on; a first start that fails is the caller's to explain. */
    void start() {
        ChildProcess started = progress.step("Starting " + part.name(), () -> launch(PartState.STARTING));
        Thread watcher = new Thread(() -> watch(started), "watch-" + part.name());
        watcher.setDaemon(true);
        watcher.start();
    }

    void stop() {
        stopRequested.countDown();
        // A start that is under way fails as soon as its process is gone; only then is the stop final.
        while (starting) {
            part.stop();
            LockSupport.parkNanos(STOP_POLL_INTERVAL.toNanos());
        }
        part.stop();
        become(PartState.STOPPED);
    }

    PartStatus status() {
        ChildProcess current = process;
        Long pid = current == null || state != PartState.RUNNING ? null : current.pid();
        return new PartStatus(
                part.name(),
                state,
                pid,
                part.port(),
                part.metricsPort(),
                part.url(),
                part.log().toString(),
                restarts.get());
    }

    String name() {
        return part.name();
    }

    boolean wasStarted() {
        return state != PartState.WAITING;
    }

    private ChildProcess launch(PartState meanwhile) {
        starting = true;
        try {
            if (isStopping()) {
                throw new ServiceFailedException(part.name() + " is not started any more");
            }
            become(meanwhile);
            ChildProcess started = part.starter().get();
            process = started;
            become(PartState.RUNNING);
            return started;
        } catch (RuntimeException e) {
            become(PartState.STOPPED);
            throw e;
        } finally {
            starting = false;
        }
    }

    private void watch(ChildProcess first) {
        Optional<ChildProcess> current = Optional.of(first);
        while (current.isPresent()) {
            awaitEnd(current.get());
            if (isStopping()) {
                return;
            }
            int exitCode = current.get().exitCode();
            String how = WHEN_ASKED.contains(exitCode) ? "ended" : "ended unexpectedly";
            progress.say("%s %s (exit code %d)", part.name(), how, exitCode);
            current = restart();
        }
    }

    private void awaitEnd(ChildProcess running) {
        long started = System.nanoTime();
        running.handle().onExit().join();
        if (System.nanoTime() - started > STABLE_AFTER.toNanos()) {
            backOff.reset();
        }
    }

    /** Tries until it runs again; empty when the stack stops meanwhile. */
    private Optional<ChildProcess> restart() {
        part.beforeRestart().run();
        while (true) {
            become(PartState.RESTARTING);
            Duration delay = backOff.next();
            progress.say("Starting %s again in %d s (log: %s)", part.name(), delay.toSeconds(), part.log());
            if (isOver(delay)) {
                return Optional.empty();
            }
            restarts.incrementAndGet();
            try {
                ChildProcess started = launch(PartState.RESTARTING);
                progress.say("%s runs again", part.name());
                return Optional.of(started);
            } catch (RuntimeException e) {
                if (isStopping()) {
                    return Optional.empty();
                }
                progress.say("%s could not be started: %s", part.name(), e.getMessage());
            }
        }
    }

    private boolean isStopping() {
        return stopRequested.getCount() == 0;
    }

    /** Waits; returns whether the stack stops meanwhile. */
    private boolean isOver(Duration delay) {
        try {
            return stopRequested.await(delay.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private void become(PartState next) {
        state = next;
        changed.run();
    }
}
