package io.churnwatch.training.worker;

import io.churnwatch.store.training.Claim;
import java.io.PrintStream;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** The log of a worker: lines with the time in UTC. Thread-safe. */
record WorkerLog(PrintStream out) {
    void info(String text) {
        out.println(LocalTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.SECONDS) + "  " + text);
    }

    void info(Claim claim, String text) {
        info(claim + ": " + text);
    }

    void trace(Exception failure) {
        failure.printStackTrace(out);
    }
}
