package io.churnwatch.local.service;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** What asks a process to end in good order. */
public enum StopSignal {
    /** SIGTERM. */
    TERMINATE,
    /** SIGINT: PostgreSQL's fast shutdown, where SIGTERM would wait for its clients to leave. */
    INTERRUPT;

    /** Asks, waits, and kills what has not ended by then. */
    void stop(ProcessHandle process, Duration patience) {
        send(process);
        if (!Liveness.endsWithin(patience, process)) {
            process.destroyForcibly();
            Liveness.endsWithin(patience, process);
        }
    }

    private void send(ProcessHandle process) {
        switch (this) {
            case TERMINATE -> process.destroy();
            case INTERRUPT -> interrupt(process);
        }
    }

    private static void interrupt(ProcessHandle process) {
        try {
            // Java knows no SIGINT, and /bin/kill is not installed everywhere; every shell has it built in.
            new ProcessBuilder("sh", "-c", "kill -INT " + process.pid()).start().waitFor(5, TimeUnit.SECONDS);
        } catch (IOException e) {
            process.destroy();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
