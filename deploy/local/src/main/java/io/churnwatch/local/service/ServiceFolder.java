package io.churnwatch.local.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Where one service keeps its things. */
public record ServiceFolder(Path path, Path logFile) {
    public ServiceFolder {
        path = path.toAbsolutePath().normalize();
        logFile = logFile.toAbsolutePath().normalize();
        try {
            Files.createDirectories(path);
            Files.createDirectories(logFile.resolveSibling("."));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A folder that has its log file inside. */
    public static ServiceFolder at(Path path) {
        return new ServiceFolder(path, path.resolve("log.txt"));
    }

    public PidFile pidFile() {
        return new PidFile(path.resolve("pid"));
    }

    static ServiceFolder temporary(String service) {
        try {
            return at(Files.createTempDirectory("churnwatch-" + service + "-"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path resolve(String name) {
        return path.resolve(name);
    }

    void delete() {
        delete(path);
    }

    /** Deletes a folder with all that is in it, if it is there. */
    public static void delete(Path root) {
        if (!Files.exists(root)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(root)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
