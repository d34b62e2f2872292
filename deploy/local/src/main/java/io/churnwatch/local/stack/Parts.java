package io.churnwatch.local.stack;

import io.churnwatch.local.service.ChildProcess;
import io.churnwatch.local.service.KafkaServer;
import io.churnwatch.local.service.MlflowServer;
import io.churnwatch.local.service.PostgresServer;
import io.churnwatch.local.service.RedisServer;
import io.churnwatch.local.service.Service;
import io.churnwatch.local.service.ServiceFolder;
import io.churnwatch.local.service.StopSignal;
import io.churnwatch.local.stack.StackPorts.Listener;
import io.churnwatch.model.MlflowPages;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** What the stack consists of, and how each part is started. */
record Parts(Repository repository, StackHome home, StackPorts ports, StackEnvironment environment) {
    private static final Duration START_TIMEOUT = Duration.ofMinutes(3);

    /** The training that {@code up} begins with where there is no model. */
    static final String FIRST_TRAINING = "first-training";

    /** The worker that takes trainings from the queue. */
    static final String TRAINING = "training";

    static final String MLFLOW = "mlflow";

    private static final String JOB = "job";

    /** The processes that the job runs in, in the order of their start. */
    static List<String> jobProcesses(boolean cluster) {
        return cluster ? FlinkCluster.PROCESSES : List.of(JOB);
    }

    /** All that it may run in, in the order in which they are to be stopped. */
    static List<String> allJobProcesses() {
        List<String> all = new ArrayList<>(FlinkCluster.PROCESSES);
        all.add(JOB);
        Collections.reverse(all);
        return all;
    }

    /** In the order of their start. */
    List<Part> all(UpOptions options) {
        List<Part> all = new ArrayList<>(List.of(postgres(), redis(), kafka(), api(options.mlflow())));
        all.addAll(options.cluster() ? cluster() : List.of(job()));
        options.feedRate().ifPresent(rate -> all.add(feed(rate)));
        all.add(training(options.mlflow()));
        if (options.mlflow()) {
            all.add(mlflow());
        }
        return all;
    }

    /** Runs once, before the job, which waits for its model. */
    JavaProgram firstTraining() {
        return new JavaProgram(
                FIRST_TRAINING,
                "training-spark",
                "io.churnwatch.training.TrainChurnModel",
                "2g",
                List.of(),
                List.of(),
                environment.variables());
    }

    String url() {
        return url(ports.of(Listener.API));
    }

    private Part postgres() {
        return service("postgres", Listener.POSTGRES, null, StopSignal.INTERRUPT, PostgresServer::start);
    }

    private Part redis() {
        return service("redis", Listener.REDIS, null, StopSignal.TERMINATE, RedisServer::start);
    }

    private Part kafka() {
        return service("kafka", Listener.KAFKA, null, StopSignal.TERMINATE, KafkaServer::start);
    }

    private Part api(boolean mlflow) {
        int port = ports.of(Listener.API);
        Map<String, String> variables = new HashMap<>(Map.of(
                "CHURNWATCH_API_HOST", "127.0.0.1",
                "CHURNWATCH_API_PORT", Integer.toString(port),
                "CHURNWATCH_JWT_SECRET", home.jwtSecret(),
                "CHURNWATCH_ADMIN_PASSWORD_FILE", home.adminPassword().toString(),
                "CHURNWATCH_WEB_DIR", repository.web().toString()));
        String pages = MlflowServer.pages(mlflow, ports.of(Listener.MLFLOW)).base();
        if (pages != null) {
            variables.put(MlflowPages.VARIABLE, pages);
        }
        JavaProgram program = new JavaProgram(
                "api",
                "api-micronaut",
                "io.churnwatch.api.Application",
                "384m",
                List.of(),
                List.of(),
                environment.with(variables));
        return program(program, port, null, url(port), () -> Readiness.apiIsHealthy(port));
    }

    private Part job() {
        int port = ports.of(Listener.FLINK);
        int metricsPort = ports.of(Listener.METRICS);
        JavaProgram program = new JavaProgram(
                JOB,
                "stream-job",
                "io.churnwatch.stream.ChurnScoringJob",
                "1200m",
                FlinkCluster.OPENED_PACKAGES,
                List.of(),
                jobEnvironment(Map.of(
                        "CHURNWATCH_FLINK_PORT", Integer.toString(port),
                        "CHURNWATCH_METRICS_PORT", Integer.toString(metricsPort))));
        return program(program, port, metricsPort, url(port), () -> Readiness.jobRuns(port));
    }

    /**
     * A new JobManager gets new TaskManagers. Those of the old one would go on with its tasks beside the new job until they
     * miss its heartbeats; and after an upgrade they would run the old classes.
     */
    private List<Part> cluster() {
        int port = ports.of(Listener.FLINK);
        int metricsPort = ports.of(Listener.METRICS);
        FlinkCluster cluster = FlinkCluster.at(home.cluster(), port, metricsPort, jobEnvironment(Map.of()));
        List<Part> parts = new ArrayList<>();
        for (FlinkCluster.TaskManager taskManager : cluster.taskManagers()) {
            parts.add(taskManager(cluster.program(taskManager), taskManager.metricsPort()));
        }
        List<Part> taskManagers = List.copyOf(parts);
        parts.add(program(cluster.jobManager(), port, metricsPort, url(port), () -> Readiness.jobRuns(port))
                .beforeRestart(() -> taskManagers.forEach(Part::stop)));
        return parts;
    }

    private Part taskManager(JavaProgram program, int metricsPort) {
        return program(program, null, metricsPort, null, () -> Readiness.listens(metricsPort));
    }

    private Map<String, String> jobEnvironment(Map<String, String> more) {
        Map<String, String> variables = environment.with(
                Map.of("CHURNWATCH_STATE_DIR", home.checkpoints().toString(), "CHURNWATCH_RESTORE_LATEST", "true"));
        variables.putAll(more);
        return variables;
    }

    private Part feed(double rate) {
        JavaProgram program = new JavaProgram(
                "feed",
                "cli",
                JavaProgram.COMMAND_LINE,
                "128m",
                List.of(),
                List.of("feed", "--rate", Double.toString(rate)),
                environment.with(Map.of(
                        Repository.ROOT, repository.root().toString(),
                        StackHome.HOME, home.path().toString())));
        return program(program, null, null, null, () -> true);
    }

    /** Takes little while nobody trains: Spark begins with the first training. */
    private Part training(boolean mlflow) {
        JavaProgram program = new JavaProgram(
                TRAINING,
                "training-spark",
                "io.churnwatch.training.worker.TrainingWorker",
                "2g",
                List.of("-XX:MinHeapFreeRatio=10", "-XX:MaxHeapFreeRatio=30"), // gives back what a training took
                List.of(),
                mlflow
                        ? environment.with(MlflowServer.environment(ports.of(Listener.MLFLOW)))
                        : environment.variables());
        return program(program, null, null, null, () -> true);
    }

    private Part mlflow() {
        String url = MlflowServer.url(ports.of(Listener.MLFLOW));
        return service(MLFLOW, Listener.MLFLOW, url, StopSignal.TERMINATE_GROUP, MlflowServer::start);
    }

    private Part service(
            String name,
            Listener listener,
            @Nullable String url,
            StopSignal signal,
            BiFunction<ServiceFolder, Integer, Service> start) {
        ServiceFolder folder = home.service(name);
        int port = ports.of(listener);
        return new Part(
                name,
                port,
                null,
                url,
                folder.logFile(),
                folder.pidFile(),
                signal,
                () -> start.apply(folder, port).process(),
                () -> {});
    }

    private Part program(
            JavaProgram program,
            @Nullable Integer port,
            @Nullable Integer metricsPort,
            @Nullable String url,
            BooleanSupplier ready) {
        return new Part(
                program.name(),
                port,
                metricsPort,
                url,
                home.log(program.name()),
                home.pidFile(program.name()),
                StopSignal.TERMINATE,
                () -> {
                    ChildProcess process = ChildProcess.start(program.command(repository, home));
                    process.awaitReady(ready, START_TIMEOUT);
                    return process;
                },
                () -> {});
    }

    private static String url(int port) {
        return "http://127.0.0.1:" + port + "/";
    }
}
