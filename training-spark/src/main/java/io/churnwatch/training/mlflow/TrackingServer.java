package io.churnwatch.training.mlflow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.mlflow.tracking.MlflowClient;
import org.mlflow.tracking.MlflowClientException;
import org.mlflow.tracking.MlflowHttpException;

/**
 * An MLflow tracking server: its Java client for runs, and its REST API for what the client lacks, which are artifacts (the
 * client's own would call Python), registered models and their aliases. Whatever fails is an {@link MlflowClientException}.
 */
public final class TrackingServer implements AutoCloseable {
    private static final String TRACKING_URI = "MLFLOW_TRACKING_URI"; // MLflow's own word for it
    private static final String ARTIFACT_SCHEME = "mlflow-artifacts:/";
    private static final String ALREADY_EXISTS = "RESOURCE_ALREADY_EXISTS";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String uri;
    private final MlflowClient client;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    public TrackingServer(String uri) {
        this.uri = uri.replaceAll("/+$", "");
        this.client = new MlflowClient(this.uri);
    }

    /** The one that the environment names. */
    public static Optional<TrackingServer> of(Map<String, String> environment) {
        return Optional.ofNullable(environment.get(TRACKING_URI))
                .filter(uri -> uri.startsWith("http"))
                .map(TrackingServer::new);
    }

    public String uri() {
        return uri;
    }

    MlflowClient client() {
        return client;
    }

    /** Asks once, where the client would try again and again. */
    public boolean answers() {
        try {
            return send(request("/health").GET()).statusCode() == 200;
        } catch (MlflowClientException e) {
            return false;
        }
    }

    /** Writes a file of a run; one of the same path is written over. */
    void upload(String artifactUri, String path, byte[] bytes) {
        if (!artifactUri.startsWith(ARTIFACT_SCHEME)) {
            throw new MlflowClientException("MLflow keeps the artifacts at " + artifactUri
                    + ", where only its own clients can write; start it with --serve-artifacts.");
        }
        String folder = artifactUri.substring(ARTIFACT_SCHEME.length());
        String target = "/api/2.0/mlflow-artifacts/artifacts/" + folder + "/" + encoded(path);
        require(send(request(target).PUT(BodyPublishers.ofByteArray(bytes))), "upload of " + path);
    }

    /** Makes the registered model unless it is there. */
    void ensureRegisteredModel(String name) {
        String body = JSON.createObjectNode().put("name", name).toString();
        HttpResponse<String> answer = send(json("registered-models/create", "POST", body));
        if (!answer.body().contains(ALREADY_EXISTS)) {
            require(answer, "creation of the registered model " + name);
        }
    }

    /** Makes the files of a run a version of the registered model; returns its number. */
    String createModelVersion(String name, String runId, String source, Map<String, String> tags) {
        ObjectNode version = JSON.createObjectNode().put("name", name).put("run_id", runId);
        version.put("source", source);
        tags.forEach((key, value) ->
                version.withArray("tags").addObject().put("key", key).put("value", value));
        return post("model-versions/create", version)
                .at("/model_version/version")
                .asText();
    }

    void setAlias(String name, String alias, String version) {
        ObjectNode body = JSON.createObjectNode().put("name", name).put("alias", alias);
        post("registered-models/alias", body.put("version", version));
    }

    /** It may be absent. */
    void deleteAlias(String name, String alias) {
        String body =
                JSON.createObjectNode().put("name", name).put("alias", alias).toString();
        HttpResponse<String> answer = send(json("registered-models/alias", "DELETE", body));
        if (answer.statusCode() != 404) {
            require(answer, "deletion of the alias " + alias);
        }
    }

    @Override
    public void close() {
        client.close();
    }

    private JsonNode post(String path, ObjectNode body) {
        HttpResponse<String> answer = send(json(path, "POST", body.toString()));
        require(answer, path);
        try {
            return JSON.readTree(answer.body());
        } catch (JsonProcessingException e) {
            throw new MlflowClientException("MLflow answered " + path + " with something that is not JSON", e);
        }
    }

    private HttpRequest.Builder json(String path, String method, String body) {
        return request("/api/2.0/mlflow/" + path)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(uri + path)).timeout(PATIENCE);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new MlflowClientException("MLflow at " + uri + " does not answer: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MlflowClientException(e);
        }
    }

    private static void require(HttpResponse<String> answer, String what) {
        if (answer.statusCode() != 200) {
            throw new MlflowHttpException(answer.statusCode(), what, answer.body());
        }
    }

    private static String encoded(String path) {
        return URLEncoder.encode(path, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%2F", "/");
    }
}
