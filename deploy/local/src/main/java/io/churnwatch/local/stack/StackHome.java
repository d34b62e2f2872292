package io.churnwatch.local.stack;

import io.churnwatch.local.Repository;
import io.churnwatch.local.service.PidFile;
import io.churnwatch.local.service.Secrets;
import io.churnwatch.local.service.ServiceFolder;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.commons.io.file.FilesUncheck;

/** The folder with everything that the stack remembers. Deleting it while nothing runs is a fresh start. */
public record StackHome(Path path) {
    /** The environment variable that names another folder. */
    public static final String HOME = "CHURNWATCH_HOME";

    public static StackHome find(Repository repository) {
        return Optional.ofNullable(System.getenv(HOME))
                .filter(home -> !home.isBlank())
                .map(home -> new StackHome(Path.of(home).toAbsolutePath().normalize()))
                .orElseGet(() -> new StackHome(repository.root().resolve(".churnwatch")));
    }

    Path lockFile() {
        return folder("run").resolve("supervisor.lock");
    }

    public ServiceFolder service(String name) {
        return new ServiceFolder(folder(name), log(name), false);
    }

    public Path log(String name) {
        return logs().resolve(name + ".log");
    }

    public Path logs() {
        return folder("logs");
    }

    PidFile pidFile(String name) {
        return new PidFile(folder("run").resolve(name + ".pid"));
    }

    /** The process that watches over all others. */
    public PidFile supervisor() {
        return pidFile("supervisor");
    }

    Path statusFile() {
        return folder("run").resolve("status.json");
    }

    Path portsFile() {
        return path.resolve("ports.properties");
    }

    Path checkpoints() {
        return folder("flink");
    }

    /** The files that the processes of a Flink cluster keep for themselves. */
    Path cluster() {
        return folder("cluster");
    }

    String jwtSecret() {
        return Secrets.at(folder("api").resolve("jwt-secret"));
    }

    /** Where the API leaves the first password of the user admin, until it is changed. */
    Path adminPassword() {
        return folder("api").resolve("admin-password");
    }

    /** A new folder for the temporary files of a program that runs in a terminal. */
    Path temporaryFolder(String program) {
        return FilesUncheck.createTempDirectory(folder("tmp"), program + "-");
    }

    private Path folder(String name) {
        return FilesUncheck.createDirectories(path.resolve(name));
    }
}
