package io.churnwatch.api.auth;

import io.churnwatch.api.error.ProblemException;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;

/**
 * Rejects requests to the endpoints with the refresh cookie that a form on another site could send: such a form cannot
 * set a header.
 */
@ServerFilter("/api/auth/**")
final class CookieRequests {
    private static final String HEADER = "X-Requested-With";
    private static final String VALUE = "churnwatch";

    @RequestFilter
    void rejectForeign(HttpRequest<?> request) {
        boolean own = VALUE.equals(request.getHeaders().get(HEADER));
        if (request.getMethod() == HttpMethod.POST && !own) {
            throw ProblemException.of(HttpStatus.FORBIDDEN, "Send the header " + HEADER + ": " + VALUE + ".");
        }
    }
}
