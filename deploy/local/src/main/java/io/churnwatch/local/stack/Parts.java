package io.churnwatch.local.stack;

import io.churnwatch.local.Repository;
import io.churnwatch.local.service.ChildProcess;
import io.churnwatch.local.service.KafkaServer;
import io.churnwatch.local.service.LocalHttp;
import io.churnwatch.local.service.MlflowServer;
import io.churnwatch.local.service.Ports;
import io.churnwatch.local.service.PostgresServer;
import io.churnwatch.local.service.RedisServer;
import io.churnwatch.local.service.Service;
import io.churnwatch.local.service.ServiceFolder;
import io.churnwatch.local.service.StopSignal;
import io.churnwatch.local.stack.StackPorts.Listener;
import io.churnwatch.model.MlflowPages;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The parts of the stack, and how each one is started. */
record Parts(Repository repository, StackHome home, StackPorts ports, StackEnvironment environment) {
    private static final Duration START_TIMEOUT = Duration.ofMinutes(3);

    /** The training that {@code up} begins with where there is no model. */
    static final String FIRST_TRAINING = "first-training";

    /** The worker that takes trainings from the queue. */
    static final String TRAINING = "training";

    static final String MLFLOW = "mlflow";

    private static final String JOB = "job";

    /** All parts that a stack may have, in the order of their start. */
    static final List<String> NAMES = Stream.of(
                    List.of("postgres", "redis", "kafka", "api", FIRST_TRAINING),
                    FlinkCluster.PROCESSES,
                    List.of(JOB, "feed", TRAINING, MLFLOW))
            .flatMap(List::stream)
            .toList();

    /** The parts that are not our own programs. Each has its pid file in a folder of its own. */
    static final Set<String> SERVICES = Set.of("postgres", "redis", "kafka", MLFLOW);

    /** The signal that ends a part in good order. */
    static StopSignal stopSignal(String part) {
        return switch (part) {
            case "postgres" -> StopSignal.INTERRUPT;
            case MLFLOW -> StopSignal.TERMINATE_GROUP;
            default -> StopSignal.TERMINATE;
        };
    }

    /** The processes that the job runs in, in the order of their start. */
    static List<String> jobProcesses(boolean cluster) {
        return cluster ? FlinkCluster.PROCESSES : List.of(JOB);
    }

    /** In the order of their start. */
    List<Part> all(UpOptions options) {
        List<Part> all = new ArrayList<>(List.of(
                service(Listener.POSTGRES, null, PostgresServer::start),
                service(Listener.REDIS, null, RedisServer::start),
                service(Listener.KAFKA, null, KafkaServer::start),
                api(options.mlflow())));
        all.addAll(options.cluster() ? cluster() : List.of(job()));
        options.feedRate().ifPresent(rate -> all.add(feed(rate)));
        all.add(training(options.mlflow()));
        if (options.mlflow()) {
            all.add(service(Listener.MLFLOW, LocalHttp.url(ports.of(Listener.MLFLOW)), MlflowServer::start));
        }
        return all;
    }

    /** Runs once, before the job, which waits for its model. */
    JavaProgram firstTraining() {
        return new JavaProgram(FIRST_TRAINING, MainClass.TRAINING, List.of(), List.of(), environment.variables());
    }

    String url() {
        return LocalHttp.url(ports.of(Listener.API));
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
        JavaProgram program = new JavaProgram("api", MainClass.API, List.of(), List.of(), environment.with(variables));
        return program(program, port, null, url(), () -> LocalHttp.isOk(url() + "health"));
    }

    private Part job() {
        int port = ports.of(Listener.FLINK);
        int metricsPort = ports.of(Listener.METRICS);
        JavaProgram program = new JavaProgram(
                JOB,
                MainClass.JOB,
                FlinkCluster.OPENED_PACKAGES,
                List.of(),
                jobEnvironment(Map.of(
                        "CHURNWATCH_FLINK_PORT", Integer.toString(port),
                        "CHURNWATCH_METRICS_PORT", Integer.toString(metricsPort))));
        return job(program, port, metricsPort);
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
            int itsPort = taskManager.metricsPort();
            parts.add(program(cluster.program(taskManager), null, itsPort, null, () -> !Ports.isFree(itsPort)));
        }
        List<Part> taskManagers = List.copyOf(parts);
        parts.add(job(cluster.jobManager(), port, metricsPort).beforeRestart(() -> taskManagers.forEach(Part::stop)));
        return parts;
    }

    /** The process that runs the job's main and has Flink's pages. */
    private Part job(JavaProgram program, int port, int metricsPort) {
        FlinkRest flink = new FlinkRest(port);
        return program(
                program,
                port,
                metricsPort,
                LocalHttp.url(port),
                () -> flink.runningJob().isPresent());
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
                MainClass.COMMAND_LINE,
                List.of(),
                List.of("feed", "--rate", Double.toString(rate)),
                environment.with(Map.of(
                        Repository.ROOT, repository.root().toString(),
                        StackHome.HOME, home.path().toString())));
        return program(program, null, null, null, () -> true);
    }

    /** Takes little memory until the first training, which starts Spark. */
    private Part training(boolean mlflow) {
        JavaProgram program = new JavaProgram(
                TRAINING,
                MainClass.TRAINING_WORKER,
                List.of("-XX:MinHeapFreeRatio=10", "-XX:MaxHeapFreeRatio=30"), // gives back what a training took
                List.of(),
                mlflow
                        ? environment.with(MlflowServer.environment(ports.of(Listener.MLFLOW)))
                        : environment.variables());
        return program(program, null, null, null, () -> true);
    }

    private Part service(Listener listener, @Nullable String url, BiFunction<ServiceFolder, Integer, Service> start) {
        String name = listener.label();
        ServiceFolder folder = home.service(name);
        int port = ports.of(listener);
        return new Part(
                name,
                port,
                null,
                url,
                folder.logFile(),
                folder.pidFile(),
                stopSignal(name),
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
                stopSignal(program.name()),
                () -> {
                    ChildProcess process = ChildProcess.start(program.command(repository, home));
                    process.awaitReady(ready, START_TIMEOUT);
                    return process;
                },
                () -> {});
    }
}
