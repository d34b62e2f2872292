package io.churnwatch.local.stack;

import io.churnwatch.local.service.Ports;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Asks a part over HTTP whether it is ready. */
final class Readiness {
    private static final int HTTP_OK = 200;
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(5);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(ANSWER_TIMEOUT).build();

    /** The API says that it is healthy. */
    static boolean apiIsHealthy(int port) {
        try {
            return get(port, "/health").statusCode() == HTTP_OK;
        } catch (IOException e) {
            return false;
        }
    }

    /** Flink has one job, and all its tasks run. */
    static boolean jobRuns(int port) {
        try {
            return new FlinkRest(port).job().filter(FlinkRest.Job::runs).isPresent();
        } catch (IOException e) {
            return false;
        }
    }

    /** Somebody listens there. */
    static boolean listens(int port) {
        return !Ports.isFree(port);
    }

    private static HttpResponse<String> get(int port, String path) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(ANSWER_TIMEOUT)
                .build();
        try {
            return HTTP.send(request, BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private Readiness() {}
}
