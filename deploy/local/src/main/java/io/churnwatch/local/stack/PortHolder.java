package io.churnwatch.local.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the process that listens on a port, as far as this user may look. */
final class PortHolder {
    private static final String LISTENING = "0A";
    private static final int LOCAL_ADDRESS = 1;
    private static final int STATE = 3;
    private static final int INODE = 9;

    /** For a message: {@code process 4711 (nginx)}. */
    static Optional<String> describe(int port) {
        return Stream.of("/proc/net/tcp", "/proc/net/tcp6")
                .flatMap(table -> lines(Path.of(table)).stream())
                .flatMap(line -> listeningInode(line, port).stream())
                .flatMap(inode -> owner(inode).stream())
                .findFirst();
    }

    /** The socket's number, when the line of the kernel's table is a listener on that port. */
    static Optional<String> listeningInode(String line, int port) {
        String[] columns = line.strip().split("\\s+", -1);
        boolean listens = columns.length > INODE
                && columns[STATE].equals(LISTENING)
                && columns[LOCAL_ADDRESS].endsWith(String.format(Locale.ROOT, ":%04X", port));
        return listens ? Optional.of(columns[INODE]) : Optional.empty();
    }

    private static Optional<String> owner(String inode) {
        return ProcessHandle.allProcesses()
                .filter(process -> hasOpen(process.pid(), "socket:[" + inode + "]"))
                .map(process -> "process " + process.pid() + " (" + name(process.pid()) + ")")
                .findFirst();
    }

    private static boolean hasOpen(long pid, String target) {
        try (Stream<Path> files = Files.list(Path.of("/proc", Long.toString(pid), "fd"))) {
            return files.anyMatch(file -> pointsTo(file, target));
        } catch (IOException e) {
            return false; // another user's process, or one that has just ended
        }
    }

    private static boolean pointsTo(Path link, String target) {
        try {
            return Files.readSymbolicLink(link).toString().equals(target);
        } catch (IOException e) {
            return false;
        }
    }

    private static String name(long pid) {
        return lines(Path.of("/proc", Long.toString(pid), "comm")).stream()
                .findFirst()
                .orElse("?");
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            return List.of();
        }
    }

    private PortHolder() {}
}
