package io.churnwatch.local.service;

import io.churnwatch.Sha256;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.apache.commons.io.IOUtils;

/** PostgreSQL's programs, unpacked once per version into a cache folder that all runs share. */
record PostgresBinaries(Path folder) {
    private static final int DIGEST_DIGITS = 16;

    Path program(String name) {
        return folder.resolve("bin").resolve(name);
    }

    /** The programs for this machine. */
    static PostgresBinaries unpacked() {
        String archive = "/postgres-linux-" + processor() + ".txz";
        try {
            byte[] bytes = IOUtils.resourceToByteArray(archive);
            Path folder = Cache.folder().resolve("postgres-" + Sha256.hex(bytes).substring(0, DIGEST_DIGITS));
            if (!Files.exists(folder)) {
                unpackWhole(bytes, folder);
            }
            return new PostgresBinaries(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL could not be unpacked: " + e.getMessage(), e);
        }
    }

    private static String processor() {
        String system = System.getProperty("os.name", "");
        if (!system.toLowerCase(Locale.ROOT).contains("linux")) {
            throw new ServiceFailedException("The local stack runs on Linux; it has no PostgreSQL for " + system + ".");
        }
        String arch = System.getProperty("os.arch", "");
        return switch (arch) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm_64";
            default -> throw new ServiceFailedException("There is no PostgreSQL for the processor " + arch + ".");
        };
    }

    /** Moves the finished folder into place, so that a killed or a second run never sees half of it. */
    private static void unpackWhole(byte[] archive, Path folder) throws IOException {
        Files.createDirectories(folder.resolveSibling("."));
        Path unfinished = Files.createTempDirectory(folder.resolveSibling("."), "unpacking-");
        unpack(archive, unfinished);
        try {
            Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            ServiceFolder.delete(unfinished);
            if (!Files.exists(folder)) {
                throw e;
            }
        }
    }

    private static void unpack(byte[] archive, Path folder) throws IOException {
        setReadableByAll(folder, true);
        try (var tar = new TarArchiveInputStream(new XZCompressorInputStream(new ByteArrayInputStream(archive)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(tar, entry, folder.resolve(entry.getName()).normalize());
            }
        }
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path path) throws IOException {
        if (entry.isDirectory()) {
            createFolder(path);
            return;
        }
        createFolder(path.resolveSibling(".").normalize());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, path);
        setReadableByAll(path, (entry.getMode() & 0100) != 0);
    }

    private static void createFolder(Path path) throws IOException {
        if (!Files.exists(path)) {
            Files.createDirectories(path);
            setReadableByAll(path, true);
        }
    }

    /** Overrides the umask: the programs may have to run as another user than the one who unpacks them. */
    private static void setReadableByAll(Path path, boolean executable) throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
    }
}
