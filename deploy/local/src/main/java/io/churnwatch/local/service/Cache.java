package io.churnwatch.local.service;

import java.nio.file.Path;
import java.util.Optional;

/** The folder of programs that are unpacked or installed once for all runs of this user. */
final class Cache {
    /** The environment variable that names another folder. */
    static final String VARIABLE = "CHURNWATCH_CACHE";

    static Path folder() {
        return Optional.ofNullable(System.getenv(VARIABLE))
                .map(Path::of)
                .orElseGet(() -> Path.of(System.getProperty("user.home"), ".cache", "churnwatch"))
                .toAbsolutePath();
    }

    private Cache() {}
}
