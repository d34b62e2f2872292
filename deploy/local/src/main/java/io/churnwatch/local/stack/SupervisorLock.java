package io.churnwatch.local.stack;

import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.apache.commons.io.function.Uncheck;
import org.jspecify.annotations.Nullable;

/** Makes this process the only supervisor of a folder; the kernel takes the lock back however the process ends. */
final class SupervisorLock {
    private static @Nullable FileLock held;

    /** Returns false when another process has it. */
    static synchronized boolean take(Path file) {
        // Never closed: that would give the lock back.
        held = Uncheck.get(() -> FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)
                .tryLock());
        return held != null;
    }

    private SupervisorLock() {}
}
