package io.churnwatch.local.service;

import io.churnwatch.Sha256;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.io.IOUtils;
import org.apache.commons.io.file.FilesUncheck;
import org.apache.commons.io.function.Uncheck;

/**
 * A virtual environment of Python in the cache folder that all runs share, with the packages of a lock file: exact versions,
 * each accepted only with a SHA-256 that the lock names. It is made once per lock; one that was interrupted is made again.
 *
 * @param name of the lock, a resource {@code python/NAME.txt}
 */
public record PythonPackages(String name, byte[] lock) {
    private static final Duration TIMEOUT = Duration.ofMinutes(20);
    private static final int DIGEST_DIGITS = 16;

    /** A shell script, so that there is one process to wait for and to kill. */
    private static final String MAKE = """
            [ -e "$1/installed" ] && exit
            python3 -m venv --clear "$1" &&
            "$1/bin/python" -m pip install --quiet --disable-pip-version-check --no-input --no-deps \\
                --only-binary :all: --require-hashes --requirement "$2" &&
            touch "$1/installed\"""";

    static PythonPackages of(String name) {
        return new PythonPackages(name, Uncheck.apply(IOUtils::resourceToByteArray, "/python/" + name + ".txt"));
    }

    /** Returns why it cannot be made here, in words for a person; empty when it can, or when it exists. */
    public Optional<String> obstacle() {
        return isReady() ? Optional.empty() : obstacle(Executables.find("python3"));
    }

    static Optional<String> obstacle(Optional<Path> python) {
        return python.map(PythonCheck::obstacle)
                .orElse(Optional.of("it comes from PyPI, and there is no python3 on the PATH"));
    }

    boolean isReady() {
        return Files.exists(folder().resolve("installed"));
    }

    public Path folder() {
        return Cache.folder().resolve(name + "-" + Sha256.hex(lock).substring(0, DIGEST_DIGITS));
    }

    /**
     * Makes it unless it exists; a second call at the same time waits for the first.
     *
     * @param service whose log and pid file the installing programs write
     */
    public void make(ServiceFolder service) {
        if (isReady()) {
            return;
        }
        FilesUncheck.createDirectories(Cache.folder());
        var command = service.command("Installing " + name, commandLine(), StopSignal.TERMINATE_GROUP);
        try (ChildProcess process = ChildProcess.start(command)) {
            process.awaitEnd(TIMEOUT);
        }
    }

    private List<String> commandLine() {
        Path lockFile = FilesUncheck.write(beside(".txt"), lock);
        List<String> commandLine = new ArrayList<>();
        if (Executables.find("flock").isPresent()) {
            commandLine.addAll(List.of("flock", beside(".lock").toString()));
        }
        commandLine.addAll(List.of("sh", "-c", MAKE, "sh", folder().toString(), lockFile.toString()));
        return commandLine;
    }

    private Path beside(String ending) {
        return folder().resolveSibling(folder().getFileName() + ending);
    }
}
