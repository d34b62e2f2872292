package io.churnwatch.local.service;

import java.time.Duration;
import java.util.List;

/** The signal that asks a process to end in good order. */
public enum StopSignal {
    /** SIGTERM. */
    TERMINATE,
    /** SIGTERM to the process and to all that it has started, which would outlive it. */
    TERMINATE_GROUP,
    /** SIGINT: PostgreSQL's fast shutdown, where SIGTERM would wait for its clients to leave. */
    INTERRUPT;

    /** Asks, waits, and kills what has not ended by then. */
    void stop(ProcessHandle process, Duration patience) {
        send(process);
        if (!Liveness.endsWithin(patience, process)) {
            process.destroyForcibly();
            Liveness.endsWithin(patience, process);
        }
        stopOrphans(process.pid());
    }

    /** Kills what a process that has ended left behind. Its group keeps its number for as long as it has a member. */
    void stopOrphans(long pid) {
        if (this == TERMINATE_GROUP) {
            kill("KILL", "-" + pid);
        }
    }

    private void send(ProcessHandle process) {
        switch (this) {
            case TERMINATE -> process.destroy();
            case TERMINATE_GROUP -> {
                kill("TERM", "-" + process.pid());
                process.destroy(); // where there is no setsid, it leads no group
            }
            case INTERRUPT -> {
                if (!kill("INT", Long.toString(process.pid()))) {
                    process.destroy();
                }
            }
        }
    }

    /** Java has neither SIGINT nor groups, and /bin/kill is not installed everywhere; every shell has it built in. */
    private static boolean kill(String signal, String target) {
        return Executables.succeeds(List.of("sh", "-c", "kill -s " + signal + " -- " + target), Duration.ofSeconds(5));
    }
}
