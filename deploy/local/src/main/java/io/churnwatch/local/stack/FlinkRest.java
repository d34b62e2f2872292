package io.churnwatch.local.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.churnwatch.local.service.LocalHttp;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Flink's REST API on this machine, as far as we need it: the one job, and its savepoint. */
public final class FlinkRest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int HTTP_ERROR = 400;

    private final int port;

    public FlinkRest(int port) {
        this.port = port;
    }

    /**
     * The job.
     *
     * @param runs whether all its tasks do
     */
    public record Job(String id, boolean runs) {}

    /**
     * How far a savepoint is.
     *
     * @param location of the savepoint, once it is complete
     * @param failure why there is none
     */
    public record Savepoint(Optional<String> location, Optional<String> failure) {}

    /** The job, when there is exactly one. */
    public Optional<Job> job() throws IOException {
        return job(get("jobs/overview"));
    }

    /** The id of the job while all its tasks run; empty too when Flink does not answer. */
    public Optional<String> runningJob() {
        try {
            return job().filter(Job::runs).map(Job::id);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /**
     * Asks the job to stop once its state is in a savepoint; the job goes on when that fails.
     *
     * @return the number of this request
     */
    public String stopWithSavepoint(String jobId, Path folder) throws IOException {
        String body =
                JSON.writeValueAsString(Map.of("targetDirectory", folder.toUri().toString(), "drain", false));
        return answer("POST", "jobs/" + jobId + "/stop", BodyPublishers.ofString(body))
                .path("request-id")
                .asText();
    }

    /** How far the savepoint of that request is. */
    public Savepoint savepoint(String jobId, String requestId) throws IOException {
        return savepoint(get("jobs/" + jobId + "/savepoints/" + requestId));
    }

    /** The names of the TaskManagers that have work. */
    public List<String> busyTaskManagers() throws IOException {
        List<String> busy = new ArrayList<>();
        for (JsonNode taskManager : get("taskmanagers").path("taskmanagers")) {
            if (taskManager.path("freeSlots").asInt()
                    < taskManager.path("slotsNumber").asInt()) {
                busy.add(taskManager.path("id").asText());
            }
        }
        return busy;
    }

    static Optional<Job> job(JsonNode overview) {
        JsonNode jobs = overview.path("jobs");
        if (jobs.size() != 1) {
            return Optional.empty();
        }
        JsonNode tasks = jobs.path(0).path("tasks");
        boolean runs = jobs.path(0).path("state").asText().equals("RUNNING")
                && tasks.path("total").asInt() > 0
                && tasks.path("running").asInt() == tasks.path("total").asInt();
        return Optional.of(new Job(jobs.path(0).path("jid").asText(), runs));
    }

    static Savepoint savepoint(JsonNode answer) {
        JsonNode operation = answer.path("operation");
        String location = operation.path("location").asText("");
        String trace = operation.path("failure-cause").path("stack-trace").asText("");
        return new Savepoint(
                Optional.of(location).filter(text -> !text.isEmpty()),
                Optional.of(trace).filter(text -> !text.isEmpty()).map(FlinkRest::rootCause));
    }

    /** Returns the text of the last "Caused by: …" of a stack trace. */
    private static String rootCause(String trace) {
        String[] causes = trace.split("Caused by: ", -1);
        return causes[causes.length - 1].lines().findFirst().orElse(trace);
    }

    /** Returns the answer to a GET of a path of the API. */
    public JsonNode get(String path) throws IOException {
        return answer("GET", path, BodyPublishers.noBody());
    }

    private JsonNode answer(String method, String path, BodyPublisher body) throws IOException {
        HttpResponse<String> response = LocalHttp.send(method, LocalHttp.url(port) + path, body);
        if (response.statusCode() >= HTTP_ERROR) {
            throw new IOException("Flink answers " + response.statusCode() + ": " + response.body());
        }
        return JSON.readTree(response.body());
    }
}
