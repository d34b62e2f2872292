package io.churnwatch.local.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Makes this process the only supervisor of a folder; the kernel takes the lock back however the process ends. */
final class SupervisorLock {
    private static @Nullable FileLock held;

    /** Returns false when another process has it. */
    static synchronized boolean take(Path file) {
        try {
            // Never closed: that would give the lock back.
            held = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)
                    .tryLock();
            return held != null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private SupervisorLock() {}
}
