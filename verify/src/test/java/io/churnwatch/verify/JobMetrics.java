package io.churnwatch.verify;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.stream.Stream;

/** What a process of the job says of itself, as Prometheus would read it. */
record JobMetrics(int port) {
    /** The sum over all tasks of the process; 0 when none says so yet. */
    long sum(String metric) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/metrics"))
                .build();
        Stream<String> lines =
                HttpClient.newHttpClient().send(request, BodyHandlers.ofLines()).body();
        return (long) lines.filter(line -> line.startsWith(metric + "{"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    /** How often the job was restarted since its JobManager started. */
    long restarts() throws IOException, InterruptedException {
        return sum("flink_jobmanager_job_numRestarts");
    }
}
