package io.churnwatch.local.service;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Checks whether processes still run. */
final class Liveness {
    private static final Duration POLL_INTERVAL = Duration.ofMillis(20);

    /**
     * Unlike {@link ProcessHandle#isAlive} false for a process that has ended and waits for its parent to ask how: in a
     * container whose first process never asks, it would wait for ever.
     */
    static boolean isAlive(ProcessHandle process) {
        return process.isAlive() && !isZombie(process.pid());
    }

    /** Waits; returns whether the process ended within that time. */
    static boolean endsWithin(Duration patience, ProcessHandle process) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (isAlive(process) && System.nanoTime() < deadline) {
            LockSupport.parkNanos(POLL_INTERVAL.toNanos());
        }
        return !isAlive(process);
    }

    private static boolean isZombie(long pid) {
        try {
            return ProcStat.read(pid).isZombie();
        } catch (IOException e) {
            return false; // it has just gone
        }
    }

    private Liveness() {}
}
