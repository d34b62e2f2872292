package io.churnwatch.local.stack;

import io.churnwatch.local.CommandFailedException;
import io.churnwatch.local.ExitCode;
import io.churnwatch.local.Repository;
import io.churnwatch.local.service.ChildProcess;
import io.churnwatch.local.service.Executables;
import io.churnwatch.local.service.ServiceFolder;
import io.churnwatch.local.service.StopSignal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A main class with what it is started with.
 *
 * @param name of its log and pid file
 */
public record JavaProgram(
        String name, MainClass main, List<String> jvmOptions, List<String> arguments, Map<String, String> environment) {

    /** The command with its pid and log file. */
    ChildProcess.Command command(Repository repository, StackHome home) {
        return new ChildProcess.Command(
                name, commandLine(repository), environment, home.log(name), home.pidFile(name), StopSignal.TERMINATE);
    }

    /** Runs it with this terminal; returns its exit code. */
    int runHere(Repository repository) {
        Path temporary = StackHome.find(repository).temporaryFolder(name);
        try {
            return runHere(repository, temporary);
        } catch (IOException e) {
            throw CommandFailedException.failed(main.className() + " could not be started: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ExitCode.FAILED;
        } finally {
            ServiceFolder.delete(temporary);
        }
    }

    private int runHere(Repository repository, Path temporary) throws IOException, InterruptedException {
        List<String> commandLine = new ArrayList<>(commandLine(repository));
        commandLine.add(1, "-Djava.io.tmpdir=" + temporary);
        ProcessBuilder builder = new ProcessBuilder(commandLine).inheritIO();
        builder.environment().put("TMPDIR", temporary.toString());
        builder.environment().putAll(environment);
        return builder.start().waitFor();
    }

    private List<String> commandLine(Repository repository) {
        return commandLine(repository.classPath(main.module()), repository.jvmOptions(main.module()));
    }

    /**
     * The command line that starts the program.
     *
     * @param optionsFile with more options for the JVM, which win
     */
    public List<String> commandLine(String classPath, Optional<Path> optionsFile) {
        List<String> commandLine = new ArrayList<>(List.of(
                Executables.java(), "-Xmx" + main.heap(), "-XX:+ExitOnOutOfMemoryError", "-Dfile.encoding=UTF-8"));
        commandLine.addAll(jvmOptions);
        optionsFile.ifPresent(file -> commandLine.add("@" + file));
        commandLine.addAll(List.of("-cp", classPath, main.className()));
        commandLine.addAll(arguments);
        return commandLine;
    }
}
