package io.churnwatch.local.service;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The class path of this module as the build wrote it, with which its mains run in JVMs of their own, whatever the class
 * path of the JVM that asks.
 */
final class RuntimeClassPath {
    private static final String FILE = "runtime-classpath.txt";

    /** This module and everything it needs at run time. */
    static String read() {
        Path own = ownLocation();
        Path file = besides(own)
                .or(RuntimeClassPath::inRepository)
                .orElseThrow(() -> new ServiceFailedException("There is no deploy/local/target/" + FILE
                        + ". Build the module deploy/local first: ./mvnw -pl deploy/local -am package -DskipTests"));
        try {
            return own + File.pathSeparator + Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path ownLocation() {
        try {
            return Path.of(RuntimeClassPath.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Optional<Path> besides(Path location) {
        return Optional.of(location.resolveSibling(FILE)).filter(Files::exists);
    }

    private static Optional<Path> inRepository() {
        return Stream.iterate(Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent)
                .map(folder -> folder.resolve("deploy/local/target").resolve(FILE))
                .filter(Files::exists)
                .findFirst();
    }

    private RuntimeClassPath() {}
}
