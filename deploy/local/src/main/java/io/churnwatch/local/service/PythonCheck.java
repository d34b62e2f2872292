package io.churnwatch.local.service;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Checks whether MLflow can be installed with a Python of this machine. */
final class PythonCheck {
    private static final int MAJOR = 3;
    private static final int MINOR_MIN = 10;
    private static final int PATIENCE_SECONDS = 20;
    private static final Pattern VERSION = Pattern.compile("(\\d{1,4})\\.(\\d{1,4})");

    /** Debian keeps what makes a virtual environment in a package of its own, apart from python3. */
    private static final String PROGRAM =
            "import sys; print('%d.%d' % sys.version_info[:2], flush=True); import ensurepip, venv";

    /** Returns what is missing, in words for a person; empty when nothing is. */
    static Optional<String> obstacle(Path python) {
        try {
            Process process = new ProcessBuilder(python.toString(), "-c", PROGRAM)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return obstacle(python, process);
        } catch (IOException e) {
            return Optional.of(python + " cannot be started: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of("interrupted while waiting for " + python);
        }
    }

    private static Optional<String> obstacle(Path python, Process process) throws IOException, InterruptedException {
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            return Optional.of(python + " does not print its version within " + PATIENCE_SECONDS + " s");
        }
        String version = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (version.isEmpty()) {
            return Optional.of(python + " does not run");
        }
        if (!isNewEnough(version)) {
            return Optional.of(
                    "it needs Python " + MAJOR + "." + MINOR_MIN + " or newer; " + python + " is " + version);
        }
        return process.exitValue() == 0
                ? Optional.empty()
                : Optional.of(
                        python + " cannot make virtual environments (Debian, Ubuntu: apt-get install python3-venv)");
    }

    private static boolean isNewEnough(String version) {
        Matcher matcher = VERSION.matcher(version);
        return matcher.matches()
                && Integer.parseInt(matcher.group(1)) == MAJOR
                && Integer.parseInt(matcher.group(2)) >= MINOR_MIN;
    }

    private PythonCheck() {}
}
