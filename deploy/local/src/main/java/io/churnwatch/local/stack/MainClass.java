package io.churnwatch.local.stack;

import io.churnwatch.local.Repository;
import java.util.List;
import java.util.Map;

/** The main classes of our modules that run in JVMs of their own. */
public enum MainClass {
    API("api-micronaut", "io.churnwatch.api.Application", "384m"),
    BENCHMARKS("bench", "io.churnwatch.bench.Benchmarks", "2g"),
    /** By name, because the module cli uses this one. */
    COMMAND_LINE("cli", "io.churnwatch.cli.Churnwatch", "128m"),
    DRIFT_CHECK("training-spark", "io.churnwatch.training.monitor.CheckDrift", "1g"),
    JOB("stream-job", "io.churnwatch.stream.ChurnScoringJob", "1200m"),
    JOB_MANAGER("stream-job", "org.apache.flink.container.entrypoint.StandaloneApplicationClusterEntryPoint", "384m"),
    MLFLOW_SYNC("training-spark", "io.churnwatch.training.mlflow.SyncMlflow", "1g"),
    SCORE_FILE("scoring-jpmml", "io.churnwatch.scoring.jpmml.ScoreFile", "2g"),
    TASK_MANAGER("stream-job", "org.apache.flink.runtime.taskexecutor.TaskManagerRunner", "512m"),
    TRAINING("training-spark", "io.churnwatch.training.TrainChurnModel", "2g"),
    TRAINING_WORKER("training-spark", "io.churnwatch.training.worker.TrainingWorker", "2g"),
    VERIFICATION("verify", "io.churnwatch.verify.VerifyRun", "1g");

    private final String module;
    private final String className;
    private final String heap;

    MainClass(String module, String className, String heap) {
        this.module = module;
        this.className = className;
        this.heap = heap;
    }

    /** The folder of the module that it belongs to. */
    String module() {
        return module;
    }

    String className() {
        return className;
    }

    /** As in {@code -Xmx}; the module's {@code jvm.options} may override it. */
    String heap() {
        return heap;
    }

    /** Runs it with this terminal, without a stack; returns its exit code. */
    public int run(List<String> arguments) {
        return run(Repository.find(), arguments, Map.of());
    }

    /** Runs it with this terminal and an environment; returns its exit code. */
    int run(Repository repository, List<String> arguments, Map<String, String> environment) {
        return new JavaProgram(module, this, List.of(), arguments, environment).runHere(repository);
    }
}
