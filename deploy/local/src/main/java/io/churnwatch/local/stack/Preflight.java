package io.churnwatch.local.stack;

import io.churnwatch.local.CommandFailedException;
import io.churnwatch.local.ExitCode;
import io.churnwatch.local.service.MlflowServer;
import io.churnwatch.local.service.Ports;
import io.churnwatch.local.stack.StackPorts.Listener;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.commons.io.function.Uncheck;

/** Checks the machine before anything is started, so that a failure is a sentence and not a stack trace half way. */
final class Preflight {
    private static final long DISK_BYTES_MIN = 1L << 30;

    static void checkDisk(Path folder) {
        checkDisk(folder, Uncheck.get(() -> Files.getFileStore(folder).getUsableSpace()));
    }

    static void checkDisk(Path folder, long usableBytes) {
        if (usableBytes < DISK_BYTES_MIN) {
            throw new CommandFailedException(
                    ExitCode.MACHINE,
                    String.format(
                            Locale.ROOT,
                            "The disk of %s has %.1f GiB left; the stack needs at least 1 GiB. Free some space, or put its "
                                    + "state elsewhere: CHURNWATCH_HOME=/another/disk ./churnwatch up",
                            folder,
                            usableBytes / (double) DISK_BYTES_MIN));
        }
    }

    static void checkPorts(StackPorts ports) {
        String taken = Arrays.stream(Listener.values())
                .filter(listener -> listener != Listener.MLFLOW)
                .flatMap(listener -> taken(ports, listener).stream())
                .collect(Collectors.joining("\n"));
        if (!taken.isEmpty()) {
            throw new CommandFailedException(ExitCode.MACHINE, taken);
        }
    }

    /** Returns why MLflow cannot be started here. Everything else works without it. */
    static Optional<String> obstacleToMlflow(StackPorts ports) {
        return MlflowServer.obstacle().or(() -> taken(ports, Listener.MLFLOW));
    }

    private static Optional<String> taken(StackPorts ports, Listener listener) {
        int port = ports.of(listener);
        return Ports.isFree(port)
                ? Optional.empty()
                : Optional.of("Port " + port + " is taken by "
                        + PortHolder.describe(port).orElse("a process that this user may not see")
                        + ". Choose another with " + listener.option() + " " + Ports.free());
    }

    private Preflight() {}
}
