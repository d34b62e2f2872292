package io.churnwatch.local.service;

import io.churnwatch.model.MlflowPages;
import io.churnwatch.settings.Settings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An MLflow tracking server with its own pages, for this machine only, which keeps everything in its folder. */
public final class MlflowServer extends Service {
    /** The environment variable that names one, in MLflow's own words. */
    public static final String TRACKING_URI = "MLFLOW_TRACKING_URI";

    private static final PythonPackages PACKAGES = PythonPackages.of("mlflow");
    private static final Duration START_TIMEOUT = Duration.ofMinutes(3);

    /** Its jobs for language models would be ten processes and two gigabytes. Telemetry is off. */
    private static final Map<String, String> ENVIRONMENT = Map.of(
            "MLFLOW_SERVER_ENABLE_JOB_EXECUTION", "false", "MLFLOW_DISABLE_TELEMETRY", "true", "DO_NOT_TRACK", "true");

    private MlflowServer(ServiceFolder folder, int port, ChildProcess process) {
        super(folder, port, process);
    }

    /** Returns why it cannot be installed here, in words for a person; empty when it can, or when it is installed. */
    public static Optional<String> obstacle() {
        return PACKAGES.obstacle();
    }

    public static boolean isInstalled() {
        return PACKAGES.isReady();
    }

    /** Installs it from PyPI if necessary (some 850 MB), starts it on new or existing data, and returns once it answers. */
    public static MlflowServer start(ServiceFolder folder, int port) {
        PACKAGES.make(folder);
        ChildProcess process = ChildProcess.start(command(folder, port));
        process.awaitReady(() -> LocalHttp.isOk(LocalHttp.url(port) + "health"), START_TIMEOUT);
        return new MlflowServer(folder, port, process);
    }

    /** Starts an empty server on a free port. Its data is deleted when it is closed. */
    public static MlflowServer temporary() {
        return start(ServiceFolder.temporary("mlflow"), Ports.free());
    }

    /**
     * Returns the pages that the environment names, or else those of a server of our own.
     *
     * @param exists whether there is a server of our own, on that port
     */
    public static MlflowPages pages(boolean exists, int port) {
        return Settings.read("The stack", System.getenv(), MlflowPages::of)
                .orElseGet(() -> new MlflowPages(exists ? LocalHttp.url(port) : null));
    }

    @Override
    public Map<String, String> environment() {
        return environment(port());
    }

    /** The environment variables that name a server on that port, whether it runs yet or not. */
    public static Map<String, String> environment(int port) {
        return Map.of(TRACKING_URI, LocalHttp.url(port));
    }

    private static ChildProcess.Command command(ServiceFolder folder, int port) {
        Path artifacts = folder.resolve("artifacts");
        List<String> commandLine = List.of(
                PACKAGES.folder().resolve("bin/mlflow").toString(),
                "server",
                "--backend-store-uri",
                "sqlite:///" + folder.resolve("mlflow.db"),
                "--artifacts-destination",
                artifacts.toString(),
                "--serve-artifacts",
                "--host",
                "127.0.0.1",
                "--port",
                Integer.toString(port),
                "--workers",
                "1");
        return new ChildProcess.Command(
                "MLflow", commandLine, ENVIRONMENT, folder.logFile(), folder.pidFile(), StopSignal.TERMINATE_GROUP);
    }
}
