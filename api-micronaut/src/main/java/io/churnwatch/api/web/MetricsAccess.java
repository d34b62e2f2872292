package io.churnwatch.api.web;

import io.churnwatch.api.error.ProblemException;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.util.List;

/** Serves the metrics to this machine only; a request that a proxy passes on comes from elsewhere. */
@ServerFilter("/prometheus")
final class MetricsAccess {
    private static final List<String> PASSED_ON = List.of("Forwarded", "X-Forwarded-For", "Via");

    @RequestFilter
    void rejectForeign(HttpRequest<?> request) {
        boolean passedOn = PASSED_ON.stream().anyMatch(request.getHeaders()::contains);
        if (passedOn || !request.getRemoteAddress().getAddress().isLoopbackAddress()) {
            throw ProblemException.of(HttpStatus.FORBIDDEN, "Metrics are shown on the API's own machine only.");
        }
    }
}
