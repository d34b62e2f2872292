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
 * @param url where a person looks at it, null when nowhere
 * @param starter starts it and returns once it is ready
 * @param beforeRestart what else is to be done when it has died
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

    /** Stops it, whoever started it. */
    void stop() {
        pidFile.stop(stopSignal);
    }
}
