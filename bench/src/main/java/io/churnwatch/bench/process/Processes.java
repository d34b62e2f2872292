package io.churnwatch.bench.process;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Processes that must not outlive this program. Each has a session of its own, so neither Ctrl-C nor a
 * kill of this program reaches it. Thread-safe.
 */
public final class Processes implements AutoCloseable {
    private final Deque<AutoCloseable> running = new ArrayDeque<>();
    private final Thread atExit = new Thread(this::closeAll, "stop-what-was-started");

    private Processes() {}

    /** Closes all that is added when it is closed itself, or when this program ends before. */
    public static Processes stoppedAtExit() {
        Processes processes = new Processes();
        Runtime.getRuntime().addShutdownHook(processes.atExit);
        return processes;
    }

    /** Takes note of what was started. */
    public synchronized <T extends AutoCloseable> T add(T process) {
        running.push(process);
        return process;
    }

    /** Closes one now. */
    public synchronized void close(AutoCloseable process) {
        if (running.remove(process)) {
            stop(process);
        }
    }

    /** Closes what is left, the youngest first. */
    @Override
    public void close() {
        closeAll();
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException e) {
            // This program is ending: the hook runs, and finds nothing left to do.
        }
    }

    private synchronized void closeAll() {
        while (!running.isEmpty()) {
            stop(running.pop());
        }
    }

    private static void stop(AutoCloseable process) {
        try {
            process.close();
        } catch (Exception e) {
            System.err.println("bench: " + process + " could not be stopped: " + e.getMessage());
        }
    }
}
