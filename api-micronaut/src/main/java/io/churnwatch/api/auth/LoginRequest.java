package io.churnwatch.api.auth;

import io.churnwatch.api.request.JsonRequest;
import io.micronaut.core.annotation.Introspected;
import jakarta.validation.constraints.NotNull;

/** The credentials of a user who signs in. */
@Introspected
record LoginRequest(@NotNull String username, @NotNull String password) implements JsonRequest {
    /** Without the password. */
    @Override
    public String toString() {
        return "LoginRequest[" + username + "]";
    }
}
