package io.churnwatch.local.stack;

import io.churnwatch.local.CommandFailedException;
import io.churnwatch.local.ExitCode;
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
 * A main class of one of our modules.
 *
 * @param name of its log and pid file
 * @param module the folder of the module that it belongs to
 * @param heap of its JVM, for example {@code 384m}; the module's {@code jvm.options} may say otherwise
 * @param jvmOptions beside those
 */
public record JavaProgram(
        String name,
        String module,
        String mainClass,
        String heap,
        List<String> jvmOptions,
        List<String> arguments,
        Map<String, String> environment) {

    /** The command line's own main, by name: it stands above this package and imports it. */
    static final String COMMAND_LINE = "io.churnwatch.cli.Churnwatch";

    /** The command with its pid and log file. */
    ChildProcess.Command command(Repository repository, StackHome home) {
        return new ChildProcess.Command(
                name, commandLine(repository), environment, home.log(name), home.pidFile(name), StopSignal.TERMINATE);
    }

    /** Runs it with this terminal; returns its exit code. */
    int runHere(Repository repository) {
        try {
            Path temporary = StackHome.find(repository).temporaryFolder(name);
            try {
                return runHere(repository, temporary);
            } finally {
                ServiceFolder.delete(temporary);
            }
        } catch (IOException e) {
            throw new CommandFailedException(ExitCode.FAILED, mainClass + " could not be started: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ExitCode.FAILED;
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

    /** The command line that starts the program. */
    private List<String> commandLine(Repository repository) {
        return commandLine(repository.classPath(module), repository.jvmOptions(module));
    }

    /**
     * The command line that starts the program.
     *
     * @param optionsFile with more options for the JVM, which win
     */
    public List<String> commandLine(String classPath, Optional<Path> optionsFile) {
        List<String> commandLine = new ArrayList<>(
                List.of(Executables.java(), "-Xmx" + heap, "-XX:+ExitOnOutOfMemoryError", "-Dfile.encoding=UTF-8"));
        commandLine.addAll(jvmOptions);
        optionsFile.ifPresent(file -> commandLine.add("@" + file));
        commandLine.addAll(List.of("-cp", classPath, mainClass));
        commandLine.addAll(arguments);
        return commandLine;
    }
}
