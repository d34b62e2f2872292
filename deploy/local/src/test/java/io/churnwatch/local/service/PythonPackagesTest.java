package io.churnwatch.local.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Pythons are shell scripts that answer as one would. */
class PythonPackagesTest {
    @Test
    void withoutPythonItIsLeftOut() {
        assertThat(PythonPackages.obstacle(Optional.empty()))
                .contains("it comes from PyPI, and there is no python3 on the PATH");
    }

    @Test
    void aPythonThatIsTooOldIsNamedWithItsVersion(@TempDir Path temp) throws Exception {
        Path python = python(temp, "echo 3.9");

        assertThat(PythonPackages.obstacle(Optional.of(python)))
                .contains("it needs Python 3.10 or newer; " + python + " is 3.9");
    }

    @Test
    void aPythonThatDoesNotRunIsNoHelp(@TempDir Path temp) throws Exception {
        Path python = python(temp, "exit 127");

        assertThat(PythonPackages.obstacle(Optional.of(python))).contains(python + " does not run");
    }

    @Test
    void aPythonWithoutVirtualEnvironmentsIsNoHelp(@TempDir Path temp) throws Exception {
        Path python = python(temp, "echo 3.11; exit 1");

        assertThat(PythonPackages.obstacle(Optional.of(python)))
                .contains(python + " cannot make virtual environments (Debian, Ubuntu: apt-get install python3-venv)");
    }

    @Test
    void anyNewerPythonWillDo(@TempDir Path temp) throws Exception {
        assertThat(PythonPackages.obstacle(Optional.of(python(temp, "echo 3.10"))))
                .isEmpty();
    }

    private static Path python(Path temp, String script) throws Exception {
        Path python = Files.writeString(temp.resolve("python3"), "#!/bin/sh\n" + script + "\n");
        return Files.setPosixFilePermissions(python, PosixFilePermissions.fromString("rwx------"));
    }
}
