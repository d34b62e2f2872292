package io.churnwatch.local.service;

import java.nio.file.Path;
import java.util.Optional;

/** Where what was unpacked or installed once is kept for all runs of this user. */
final class Cache {
    /** The environment variable that moves it. */
    static final String VARIABLE = "CHURNWATCH_CACHE";

    static Path folder() {
        return Optional.ofNullable(System.getenv(VARIABLE))
                .map(Path::of)
                .orElseGet(() -> Path.of(System.getProperty("user.home"), ".cache", "churnwatch"))
                .toAbsolutePath();
    }

    private Cache() {}
}
