package io.churnwatch.api.auth;

import io.churnwatch.api.ApiConfig;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The file with the first admin's one-time password; only its owner can read it, and it is deleted once used. */
@Singleton
final class AdminPasswordFile {
    private static final Logger log = LoggerFactory.getLogger(AdminPasswordFile.class);

    private final Path file;

    AdminPasswordFile(ApiConfig config) {
        file = config.adminPasswordFile().toAbsolutePath();
    }

    void write(String password) {
        try {
            Files.createDirectories(file.getParent());
            Files.deleteIfExists(file); // an old file may be readable by others
            createPrivate(password + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("The admin's one-time password cannot be written to " + file, e);
        }
    }

    private void createPrivate(String text) throws IOException {
        try (SeekableByteChannel channel = Files.newByteChannel(
                file,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
            channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
        }
    }

    void delete() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            log.warn("{} cannot be deleted; its password no longer works", file);
        }
    }

    @Override
    public String toString() {
        return file.toString();
    }
}
