package io.churnwatch.local.service;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.commons.io.FileUtils;
import org.apache.commons.io.file.FilesUncheck;
import org.apache.commons.io.function.Uncheck;

/**
 * The folder in which one service keeps its data.
 *
 * @param isTemporary whether the folder is deleted when the service is closed
 */
public record ServiceFolder(Path path, Path logFile, boolean isTemporary) {
    public ServiceFolder {
        path = path.toAbsolutePath().normalize();
        logFile = logFile.toAbsolutePath().normalize();
        FilesUncheck.createDirectories(path);
        FilesUncheck.createDirectories(logFile.resolveSibling("."));
    }

    /** A folder that has its log file inside. */
    public static ServiceFolder at(Path path) {
        return new ServiceFolder(path, path.resolve("log.txt"), false);
    }

    static ServiceFolder temporary(String service) {
        Path path = FilesUncheck.createTempDirectory("churnwatch-" + service + "-");
        return new ServiceFolder(path, path.resolve("log.txt"), true);
    }

    /** A command that writes the log file and the pid file of this folder. */
    ChildProcess.Command command(String name, List<String> commandLine, StopSignal stopSignal) {
        return new ChildProcess.Command(name, commandLine, Map.of(), logFile, pidFile(), stopSignal);
    }

    public PidFile pidFile() {
        return new PidFile(path.resolve("pid"));
    }

    Path resolve(String name) {
        return path.resolve(name);
    }

    /** Deletes a folder with its content, if it exists. */
    public static void delete(Path folder) {
        Uncheck.accept(FileUtils::deleteDirectory, folder.toFile());
    }
}
