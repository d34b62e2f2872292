package io.churnwatch.local.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {
    @Test
    void aSecretIsGeneratedOnceAndForItsOwnerOnly(@TempDir Path temp) throws Exception {
        Path file = temp.resolve("secret");

        String first = Secrets.at(file);

        assertThat(first).matches("[A-Za-z0-9_-]{43}");
        assertThat(Secrets.at(file)).isEqualTo(first);
        assertThat(Secrets.random()).isNotEqualTo(first);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }
}
