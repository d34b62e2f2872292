package io.churnwatch.local.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * MLflow from PyPI in a virtual environment of Python, made once per version in the cache folder that all runs share. One
 * that was interrupted is made anew.
 */
public record MlflowInstallation(Path folder) {
    private static final String REQUIREMENT = "mlflow==3.17.2";
    private static final Duration TIMEOUT = Duration.ofMinutes(20);

    /** Says at the end that all is there. A shell, so that one process may be waited for and killed. */
    private static final String MAKE = """
            [ "$(cat "$1/installed.txt" 2>/dev/null)" = "$2" ] && exit
            python3 -m venv --clear "$1" &&
            "$1/bin/python" -m pip install --quiet --disable-pip-version-check --no-input "$2" &&
            echo "$2" >"$1/installed.txt\"""";

    /** The one of this user. */
    public static MlflowInstallation inCache() {
        return new MlflowInstallation(Cache.folder().resolve(REQUIREMENT.replace("==", "-")));
    }

    /** What keeps it from being made here, for a person to read; empty when nothing does, or when it is there. */
    public static Optional<String> obstacle() {
        return inCache().isReady() ? Optional.empty() : obstacle(Executables.find("python3"));
    }

    static Optional<String> obstacle(Optional<Path> python) {
        return python.map(PythonCheck::obstacle)
                .orElse(Optional.of("it is written in Python, and there is no python3 on the PATH"));
    }

    public boolean isReady() {
        try {
            Path mark = folder.resolve("installed.txt");
            return Files.exists(mark) && Files.readString(mark).strip().equals(REQUIREMENT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path program() {
        return folder.resolve("bin").resolve("mlflow");
    }

    /**
     * Makes it unless it is there, which takes minutes and some 850 MB; a second one at the same time waits for the first.
     *
     * @param service whose log and pid file the installing programs write
     */
    void make(ServiceFolder service) {
        if (isReady()) {
            return;
        }
        ChildProcess.Command command = new ChildProcess.Command(
                "Installing MLflow",
                words(),
                Map.of(),
                service.logFile(),
                service.pidFile(),
                StopSignal.TERMINATE_GROUP);
        try (ChildProcess process = ChildProcess.start(command)) {
            process.awaitEnd(TIMEOUT);
        }
    }

    private List<String> words() {
        List<String> words = new ArrayList<>();
        if (Executables.find("flock").isPresent()) {
            words.addAll(List.of("flock", lockFile().toString()));
        }
        words.addAll(List.of("sh", "-c", MAKE, "sh", folder.toString(), REQUIREMENT));
        return words;
    }

    private Path lockFile() {
        try {
            Files.createDirectories(folder.resolveSibling("."));
            return folder.resolveSibling(folder.getFileName() + ".lock");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
