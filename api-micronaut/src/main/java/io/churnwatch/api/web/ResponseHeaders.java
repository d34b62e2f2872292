package io.churnwatch.api.web;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;

/** Adds the security and caching headers to every response. */
@ServerFilter("/**")
final class ResponseHeaders implements Ordered {
    private final ContentSecurityPolicy policy;

    ResponseHeaders(ContentSecurityPolicy policy) {
        this.policy = policy;
    }

    @ResponseFilter
    void add(HttpRequest<?> request, MutableHttpResponse<?> response) {
        response.header("Content-Security-Policy", policy.header())
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer");
        if (request.getPath().startsWith("/api/")) {
            response.header(HttpHeaders.CACHE_CONTROL, "no-store");
        }
    }

    /** Runs around all other filters, some of which answer a request themselves. */
    @Override
    public int getOrder() {
        return ServerFilterPhase.FIRST.order();
    }
}
