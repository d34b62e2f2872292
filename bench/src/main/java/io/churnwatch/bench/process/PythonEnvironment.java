package io.churnwatch.bench.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * A virtual environment of the benchmarks' own, with exactly the packages of a requirements file. It is made when it is not
 * there, and made anew when the requirements have changed.
 */
public record PythonEnvironment(Path folder, Path requirements) {
    private static final Duration LIMIT = Duration.ofMinutes(30);
    private static final String INSTALLED = "installed.txt"; // what was asked for, once all of it is there

    /** The interpreter, when all packages are there. */
    public Path python() {
        Path python = folder.resolve("bin/python");
        try {
            if (!isReady()) {
                Files.createDirectories(folder);
                make(python);
                Files.copy(requirements, folder.resolve(INSTALLED));
            }
        } catch (IOException e) {
            throw new BenchmarkFailedException("The Python environment " + folder + " cannot be written: " + e, e);
        }
        return python;
    }

    private boolean isReady() throws IOException {
        Path installed = folder.resolve(INSTALLED);
        return Files.exists(installed) && Files.mismatch(installed, requirements) < 0;
    }

    /** The old environment goes first, and with it the mark that it was ready. */
    private void make(Path python) {
        run("Making a Python environment", List.of("python3", "-m", "venv", "--clear", folder.toString()));
        run(
                "Installing what " + requirements.getFileName() + " asks for",
                List.of(
                        python.toString(),
                        "-m",
                        "pip",
                        "install",
                        "--disable-pip-version-check",
                        "--no-input",
                        "--require-hashes",
                        "--requirement",
                        requirements.toString()));
    }

    private void run(String task, List<String> commandLine) {
        Path log = folder.resolveSibling(folder.getFileName() + ".log");
        if (!new LoggedProgram(task, commandLine, folder, log).run(LIMIT)) {
            throw new BenchmarkFailedException(task + " did not end within half an hour; see " + log);
        }
    }
}
