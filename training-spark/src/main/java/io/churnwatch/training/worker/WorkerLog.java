package io.churnwatch.training.worker;

import io.churnwatch.store.training.Claim;
import java.io.PrintStream;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** What a worker does, line by line with the time in UTC. Thread-safe. */
record WorkerLog(PrintStream out) {
    void say(String text) {
        out.println(LocalTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.SECONDS) + "  " + text);
    }

    void say(Claim claim, String text) {
        say(claim + ": " + text);
    }

    void trace(Exception failure) {
        failure.printStackTrace(out);
    }
}
