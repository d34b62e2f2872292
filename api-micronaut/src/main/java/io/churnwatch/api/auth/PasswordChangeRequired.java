package io.churnwatch.api.auth;

import io.churnwatch.api.error.ProblemException;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import io.micronaut.security.authentication.Authentication;

/** Restricts a user with a one-time password to changing it. */
@ServerFilter("/api/**")
final class PasswordChangeRequired implements Ordered {
    static final String TYPE = "urn:churnwatch:problem:password-change-required";

    @RequestFilter
    void refuse(HttpRequest<?> request) {
        boolean required = request.getUserPrincipal(Authentication.class)
                .map(user -> user.getAttributes().get(AccessTokens.MUST_CHANGE_PASSWORD))
                .filter(Boolean.TRUE::equals)
                .isPresent();
        if (required && !request.getPath().startsWith("/api/auth/")) {
            throw ProblemException.ofType(TYPE, HttpStatus.FORBIDDEN, "Change your one-time password first.");
        }
    }

    @Override
    public int getOrder() {
        return ServerFilterPhase.SECURITY.after();
    }
}
