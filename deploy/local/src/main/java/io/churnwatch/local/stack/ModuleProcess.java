package io.churnwatch.local.stack;

import io.churnwatch.local.Repository;
import io.churnwatch.local.service.ChildProcess;
import io.churnwatch.local.service.Executables;
import io.churnwatch.local.service.LogTail;
import io.churnwatch.local.service.PidFile;
import io.churnwatch.local.service.StopSignal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A deployable in a process of its own, as it runs in production: it can be killed. */
public final class ModuleProcess implements AutoCloseable {
    private final Program program;
    private final Map<String, String> environment;
    private final Path folder;
    private @Nullable ChildProcess process;

    /**
     * The program of the process.
     *
     * @param name of its log and pid file
     * @param heap as in {@code -Xmx}
     * @param commandLine the main class and its arguments
     */
    public record Program(String name, String classPath, String heap, List<String> commandLine) {
        public Program {
            commandLine = List.copyOf(commandLine);
        }
    }

    public ModuleProcess(Program program, Map<String, String> environment, Path folder) {
        this.program = program;
        this.environment = environment;
        this.folder = folder;
    }

    public static ModuleProcess job(Map<String, String> environment, Path folder) {
        return new ModuleProcess(
                new Program("job", classPath(MainClass.JOB.module()), "1g", List.of(MainClass.JOB.className())),
                environment,
                folder);
    }

    /** Its relay publishes the outbox. */
    public static ModuleProcess api(Map<String, String> services, Path folder) {
        Map<String, String> environment = new HashMap<>(services);
        environment.put("CHURNWATCH_API_PORT", "0");
        environment.put("CHURNWATCH_JWT_SECRET", "a secret of at least 32 characters");
        environment.put(
                "CHURNWATCH_ADMIN_PASSWORD_FILE",
                folder.resolve("admin-password").toString());
        environment.put("CHURNWATCH_WEB_DIR", folder.resolve("web").toString());
        return new ModuleProcess(
                new Program(
                        "api",
                        classPath(MainClass.API.module()),
                        MainClass.API.heap(),
                        List.of(MainClass.API.className())),
                environment,
                folder);
    }

    /** Starts it, and returns at once. */
    public ChildProcess start() {
        List<String> commandLine =
                new ArrayList<>(List.of(Executables.java(), "-Xmx" + program.heap(), "-cp", program.classPath()));
        commandLine.addAll(program.commandLine());
        process = ChildProcess.start(new ChildProcess.Command(
                program.name(),
                commandLine,
                environment,
                folder.resolve(program.name() + ".log"),
                new PidFile(folder.resolve(program.name() + ".pid")),
                StopSignal.TERMINATE));
        return process;
    }

    public void kill() {
        if (process != null) {
            kill(process);
        }
    }

    /** Kills it with {@code kill -9}. */
    public static void kill(ChildProcess process) {
        process.handle().destroyForcibly();
        process.handle().onExit().join();
    }

    @Override
    public void close() {
        if (process != null) {
            process.close();
        }
    }

    /** The module's classes and what it needs, as its build wrote them. */
    public static String classPath(String module) {
        return Repository.find().classPath(module);
    }

    /** The end of the log, for a failure's message. */
    public String logTail() {
        return LogTail.of(folder.resolve(program.name() + ".log"), 30);
    }
}
