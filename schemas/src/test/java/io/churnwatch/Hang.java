package io.churnwatch;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/**
 * A process and its children stopped in the midst of what they do, as on a machine that hangs: their connections stay open
 * and say nothing. Closing lets them go on.
 */
public final class Hang implements AutoCloseable {
    private final List<ProcessHandle> stopped;

    private Hang(List<ProcessHandle> stopped) {
        this.stopped = stopped;
    }

    public static Hang of(ProcessHandle process) {
        signal("STOP", process); // first: it has no more children then
        Hang hang = new Hang(
                Stream.concat(Stream.of(process), process.descendants()).toList());
        hang.stopped.forEach(each -> signal("STOP", each));
        return hang;
    }

    @Override
    public void close() {
        stopped.forEach(each -> signal("CONT", each));
    }

    private static void signal(String name, ProcessHandle process) {
        try {
            new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                    .inheritIO()
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
