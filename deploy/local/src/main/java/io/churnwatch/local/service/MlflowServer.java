package io.churnwatch.local.service;

import io.churnwatch.model.MlflowPages;
import io.churnwatch.settings.Settings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** An MLflow tracking server with its own pages, for this machine only, which keeps everything in its folder. */
public final class MlflowServer extends Service {
    /** The environment variable that names one, in MLflow's own words. */
    public static final String TRACKING_URI = "MLFLOW_TRACKING_URI";

    private static final Duration START_TIMEOUT = Duration.ofMinutes(3);
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(5);
    private static final int HTTP_OK = 200;
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(ANSWER_TIMEOUT).build();

    /** Its jobs for language models would be ten processes and two gigabytes; and nothing is told to anybody. */
    private static final Map<String, String> ENVIRONMENT = Map.of(
            "MLFLOW_SERVER_ENABLE_JOB_EXECUTION", "false", "MLFLOW_DISABLE_TELEMETRY", "true", "DO_NOT_TRACK", "true");

    private MlflowServer(ServiceFolder folder, int port, boolean temporary, ChildProcess process) {
        super(folder, port, temporary, process);
    }

    /** Installs it when it is not there yet, starts it on new or existing data, and returns once it answers. */
    public static MlflowServer start(ServiceFolder folder, int port) {
        return start(folder, port, false);
    }

    /** An empty server on a free port, whose data are deleted when it is closed. */
    public static MlflowServer temporary() {
        return start(ServiceFolder.temporary("mlflow"), Ports.free(), true);
    }

    public static String url(int port) {
        return "http://127.0.0.1:" + port + "/";
    }

    /**
     * Where MLflow's pages are: where the environment says, or else those of a server of our own.
     *
     * @param isThere whether there is one, on that port
     */
    public static MlflowPages pages(boolean isThere, int port) {
        return Settings.read("The stack", System.getenv(), MlflowPages::of)
                .orElseGet(() -> new MlflowPages(isThere ? url(port) : null));
    }

    @Override
    public Map<String, String> environment() {
        return environment(port());
    }

    /** The environment of a server that stands or will stand there. */
    public static Map<String, String> environment(int port) {
        return Map.of(TRACKING_URI, url(port));
    }

    private static MlflowServer start(ServiceFolder folder, int port, boolean temporary) {
        Path program = MlflowInstallation.install(folder);
        ChildProcess process = ChildProcess.start(command(program, folder, port));
        process.awaitReady(() -> isHealthy(port), START_TIMEOUT);
        return new MlflowServer(folder, port, temporary, process);
    }

    private static ChildProcess.Command command(Path program, ServiceFolder folder, int port) {
        Path artifacts = folder.resolve("artifacts");
        List<String> commandLine = List.of(
                program.toString(),
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

    private static boolean isHealthy(int port) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url(port) + "health"))
                .timeout(ANSWER_TIMEOUT)
                .build();
        try {
            return HTTP.send(request, BodyHandlers.discarding()).statusCode() == HTTP_OK;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
