package io.churnwatch.training.worker;

import io.churnwatch.local.service.ChildProcess;
import io.churnwatch.local.service.Executables;
import io.churnwatch.local.service.PidFile;
import io.churnwatch.local.service.StopSignal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A worker in a process of its own, as it runs in production: it can be killed. */
final class WorkerProcess implements AutoCloseable {
    /** To compile the queries over some hundred rows takes longer than to interpret them, in each worker anew. */
    private static final List<String> WITHOUT_CODE_GENERATION =
            List.of("-Dspark.sql.codegen.wholeStage=false", "-Dspark.sql.codegen.factoryMode=NO_CODEGEN");

    private final ChildProcess process;

    private WorkerProcess(ChildProcess process) {
        this.process = process;
    }

    static WorkerProcess start(Map<String, String> environment, Path folder) throws IOException {
        Map<String, String> variables = new HashMap<>(environment);
        variables.put("CHURNWATCH_TRAINING_LEASE_SECONDS", "4");
        return new WorkerProcess(ChildProcess.start(new ChildProcess.Command(
                "worker",
                command(),
                variables,
                folder.resolve("worker.log"),
                new PidFile(folder.resolve("worker.pid")),
                StopSignal.TERMINATE)));
    }

    private static List<String> command() throws IOException {
        List<String> command = new ArrayList<>(List.of(Executables.java(), "@jvm.options"));
        command.addAll(WITHOUT_CODE_GENERATION);
        command.addAll(List.of("-cp", classPath(), TrainingWorker.class.getName()));
        return command;
    }

    /** kill -9. */
    void kill() {
        process.handle().destroyForcibly();
        process.handle().onExit().join();
    }

    /** Asks it to end, and waits until it has. */
    @Override
    public void close() {
        process.close();
    }

    private static String classPath() throws IOException {
        Path target = Path.of("target");
        return target.resolve("classes") + ":"
                + Files.readString(target.resolve("runtime-classpath.txt")).strip();
    }
}
