package io.churnwatch.stream;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.stream.Stream;

/** What a process answers Prometheus. */
record PrometheusPage(List<String> lines) {
    static PrometheusPage read(String host, int port) throws IOException, InterruptedException {
        URI page = URI.create("http://" + host + ":" + port + "/metrics");
        return new PrometheusPage(HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(page).build(), BodyHandlers.ofLines())
                .body()
                .toList());
    }

    /** The sum over all operators and subtasks. Label as it is written: {@code reason="erased"}. */
    long sum(String metric, String label) {
        return (long) series(metric)
                .filter(line -> line.contains(label))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    long sum(String metric) {
        return sum(metric, "");
    }

    private Stream<String> series(String metric) {
        return lines.stream().filter(line -> line.startsWith(metric + "{"));
    }
}
