package io.churnwatch.local.stack;

import io.churnwatch.local.service.ChildProcess;
import io.churnwatch.local.service.PidFile;
import io.churnwatch.local.service.StopSignal;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One process of the stack.
 *
 * @param port where it listens, null when nowhere
 * @param metricsPort where Prometheus reads its metrics, null when nowhere
 * @param url its page for people, null when it has none
 * @param starter starts it and returns once it is ready
 * @param beforeRestart runs before it is started again after its death
 */
record Part(
        String name,
        @Nullable Integer port,
        @Nullable Integer metricsPort,
        @Nullable String url,
        Path log,
        PidFile pidFile,
        StopSignal stopSignal,
        Supplier<ChildProcess> starter,
        Runnable beforeRestart) {

    Part beforeRestart(Runnable action) {
        return new Part(name, port, metricsPort, url, log, pidFile, stopSignal, starter, action);
    }

    /** Stops it, whichever process started it. */
    void stop() {
        pidFile.stop(stopSignal);
    }
}
