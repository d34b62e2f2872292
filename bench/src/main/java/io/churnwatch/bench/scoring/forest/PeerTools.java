package io.churnwatch.bench.scoring.forest;

import io.churnwatch.bench.process.BenchmarkFailedException;
import java.io.IOException;
import java.util.List;

/** What the comparison with peers needs of the machine. */
public enum PeerTools {
    PYTHON(
            "a python3 on the PATH that is 3.11 or newer and has its module venv",
            "python3-venv",
            List.of("python3", "-c", "import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))")),
    COMPILER("a gcc on the PATH", "gcc", List.of("gcc", "--version"));

    private final String needed;
    private final String debianPackage;
    private final List<String> check;

    PeerTools(String needed, String debianPackage, List<String> check) {
        this.needed = needed;
        this.debianPackage = debianPackage;
        this.check = check;
    }

    /**
     * Looks before anything is trained.
     *
     * @throws BenchmarkFailedException saying what to install
     */
    public static void requireAll() {
        for (PeerTools tool : values()) {
            if (!succeeds(tool.check)) {
                throw new BenchmarkFailedException("--peers needs " + tool.needed
                        + ". Install it (Debian, Ubuntu: apt-get install " + tool.debianPackage
                        + ") or leave --peers out.");
            }
        }
    }

    static boolean succeeds(List<String> commandLine) {
        try {
            return new ProcessBuilder(commandLine)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false; // there is no such program
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
