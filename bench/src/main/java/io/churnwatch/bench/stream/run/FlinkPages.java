package io.churnwatch.bench.stream.run;

import com.fasterxml.jackson.databind.JsonNode;
import io.churnwatch.local.stack.FlinkRest;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The pages on which the job's process reports its state.
 *
 * @param webPort of Flink's REST API
 * @param metricsPort of the metrics for Prometheus, which are those of the moment
 */
record FlinkPages(int webPort, int metricsPort) {
    private static final int TIMEOUT_MILLIS = 10_000;

    /** The sum of a counter over the subtasks of operators whose names begin so; 0 while there is none. */
    double counter(String name, String operator) throws IOException {
        String metric = "flink_taskmanager_job_task_operator_" + name + "{";
        String label = "operator_name=\"" + operator;
        URLConnection page = URI.create("http://127.0.0.1:" + metricsPort + "/metrics")
                .toURL()
                .openConnection();
        page.setReadTimeout(TIMEOUT_MILLIS);
        try (InputStream text = page.getInputStream()) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.startsWith(metric) && line.contains(label))
                    .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                    .sum();
        }
    }

    Checkpoints checkpoints() throws IOException {
        FlinkRest flink = new FlinkRest(webPort);
        Optional<FlinkRest.Job> job = flink.job();
        return job.isEmpty()
                ? Checkpoints.NONE
                : checkpoints(flink.get("jobs/" + job.get().id() + "/checkpoints"));
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
}
