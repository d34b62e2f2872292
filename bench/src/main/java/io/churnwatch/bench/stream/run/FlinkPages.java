package io.churnwatch.bench.stream.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.churnwatch.local.stack.FlinkRest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the job's process tells of itself.
 *
 * @param webPort of Flink's REST API
 * @param metricsPort of the metrics for Prometheus, which are those of the moment
 */
record FlinkPages(int webPort, int metricsPort) {
    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    /** The sum of a counter over the subtasks of operators whose names begin so; 0 while there is none. */
    double counter(String name, String operator) throws IOException {
        String metric = "flink_taskmanager_job_task_operator_" + name + "{";
        String label = "operator_name=\"" + operator;
        Stream<String> lines = get(metricsPort, "/metrics").lines();
        return lines.filter(line -> line.startsWith(metric) && line.contains(label))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    Checkpoints checkpoints() throws IOException {
        Optional<FlinkRest.Job> job = new FlinkRest(webPort).job();
        return job.isEmpty()
                ? Checkpoints.NONE
                : checkpoints(JSON.readTree(get(webPort, "/jobs/" + job.get().id() + "/checkpoints")));
    }

    static Checkpoints checkpoints(JsonNode answer) {
        JsonNode latest = answer.path("latest").path("completed");
        JsonNode duration = answer.path("summary").path("end_to_end_duration");
        return new Checkpoints(
                answer.path("counts").path("completed").asLong(),
                latest.path("state_size").asLong(),
                latest.path("checkpointed_size").asLong(),
                duration.path("avg").asLong(),
                duration.path("max").asLong());
    }

    private static String get(int port, String path) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(TIMEOUT)
                .build();
        try {
            return HTTP.send(request, BodyHandlers.ofString()).body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
