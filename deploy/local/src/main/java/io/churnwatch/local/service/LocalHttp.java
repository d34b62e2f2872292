package io.churnwatch.local.service;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** HTTP requests to the services of this machine. */
public final class LocalHttp {
    private static final int OK = 200;
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(5);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(ANSWER_TIMEOUT).build();

    /** The first page of a service on that port. */
    public static String url(int port) {
        return "http://127.0.0.1:" + port + "/";
    }

    /** Returns true when a GET of that URL answers 200 in time. */
    public static boolean isOk(String url) {
        try {
            return send("GET", url, BodyPublishers.noBody()).statusCode() == OK;
        } catch (IOException e) {
            return false;
        }
    }

    /** Sends a request with a JSON body or none, and returns the answer whatever its status. */
    public static HttpResponse<String> send(String method, String url, BodyPublisher body) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .timeout(ANSWER_TIMEOUT)
                .header("Content-Type", "application/json")
                .method(method, body)
                .build();
        try {
            return HTTP.send(request, BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private LocalHttp() {}
}
