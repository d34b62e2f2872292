package io.churnwatch.local.service;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import org.apache.commons.io.file.FilesUncheck;
import org.apache.commons.io.function.Uncheck;

/** Random secrets, generated once and kept in files that only their owner can read. */
public final class Secrets {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    /** 43 characters that need no quoting in a URL, in SQL or in a shell. */
    public static String random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Returns the secret in {@code file}, which is generated if there is none yet. */
    public static String at(Path file) {
        if (!Files.exists(file)) {
            write(file, random());
        }
        return Uncheck.get(() -> Files.readString(file)).strip();
    }

    /** Writes a file that only its owner can read, as a whole or not at all. */
    static void write(Path file, String content) {
        Path unfinished = file.resolveSibling(file.getFileName() + ".new");
        FilesUncheck.deleteIfExists(unfinished);
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        FilesUncheck.createFile(unfinished, ownerOnly);
        Uncheck.run(() -> Files.writeString(unfinished, content));
        FilesUncheck.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private Secrets() {}
}
