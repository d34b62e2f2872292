package io.churnwatch.local.service;

import io.churnwatch.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A virtual environment of Python in the cache folder that all runs share, with the packages of a lock file: exact versions,
 * each accepted only with a SHA-256 that the lock names. It is made once per lock; one that was interrupted is made again.
 *
 * @param name of the lock, a resource {@code python/NAME.txt}
 */
record PythonPackages(String name, byte[] lock) {
    private static final Duration TIMEOUT = Duration.ofMinutes(20);
    private static final int DIGEST_DIGITS = 16;

    /** A shell, so that one process may be waited for and killed. */
    private static final String MAKE = """
            [ -e "$1/installed" ] && exit
            python3 -m venv --clear "$1" &&
            "$1/bin/python" -m pip install --quiet --disable-pip-version-check --no-input --no-deps \\
                --only-binary :all: --require-hashes --requirement "$2" &&
            touch "$1/installed\"""";

    static PythonPackages of(String name) {
        try (InputStream stream = PythonPackages.class.getResourceAsStream("/python/" + name + ".txt")) {
            if (stream == null) {
                throw new IllegalArgumentException("There is no lock of Python packages called " + name);
            }
            return new PythonPackages(name, stream.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What keeps it from being made here, for a person to read; empty when nothing does, or when it is there. */
    Optional<String> obstacle() {
        return isReady() ? Optional.empty() : obstacle(Executables.find("python3"));
    }

    static Optional<String> obstacle(Optional<Path> python) {
        return python.map(PythonCheck::obstacle)
                .orElse(Optional.of("it comes from PyPI, and there is no python3 on the PATH"));
    }

    boolean isReady() {
        return Files.exists(folder().resolve("installed"));
    }

    Path folder() {
        return Cache.folder().resolve(name + "-" + Sha256.hex(lock).substring(0, DIGEST_DIGITS));
    }

    /**
     * Makes it unless it is there; a second one at the same time waits for the first.
     *
     * @param service whose log and pid file the installing programs write
     */
    void make(ServiceFolder service) {
        if (isReady()) {
            return;
        }
        ChildProcess.Command command = new ChildProcess.Command(
                "Installing " + name,
                commandLine(),
                Map.of(),
                service.logFile(),
                service.pidFile(),
                StopSignal.TERMINATE_GROUP);
        try (ChildProcess process = ChildProcess.start(command)) {
            process.awaitEnd(TIMEOUT);
        }
    }

    private List<String> commandLine() {
        List<String> commandLine = new ArrayList<>();
        if (Executables.find("flock").isPresent()) {
            commandLine.addAll(List.of("flock", beside(".lock").toString()));
        }
        commandLine.addAll(
                List.of("sh", "-c", MAKE, "sh", folder().toString(), lockFile().toString()));
        return commandLine;
    }

    private Path lockFile() {
        try {
            return Files.write(beside(".txt"), lock);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path beside(String ending) {
        try {
            Files.createDirectories(Cache.folder());
            return folder().resolveSibling(folder().getFileName() + ending);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
