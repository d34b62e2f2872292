package io.churnwatch.api;

import io.micronaut.json.tree.JsonNode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** What the API answered. */
public record Answer(HttpResponse<byte[]> response, TestApi api) {

    public int status() {
        return response.statusCode();
    }

    public String text() {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    public JsonNode json() {
        return api.json(response.body());
    }

    /** A text member of the JSON object. */
    public String text(String member) {
        return json().get(member).getStringValue();
    }

    public Optional<String> header(String name) {
        return response.headers().firstValue(name);
    }

    /** The pointers and details of a problem's errors, each as one text. */
    public List<String> errors() {
        return StreamSupport.stream(json().get("errors").values().spliterator(), false)
                .map(error -> error.get("pointer").getStringValue() + " "
                        + error.get("detail").getStringValue())
                .toList();
    }

    /** The value of the refresh cookie that came with it. */
    public String refreshToken() {
        String cookie = header("Set-Cookie").orElseThrow();
        return cookie.substring(cookie.indexOf('=') + 1, cookie.indexOf(';'));
    }
}
