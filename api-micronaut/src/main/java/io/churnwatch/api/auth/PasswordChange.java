package io.churnwatch.api.auth;

import io.churnwatch.api.error.ProblemException;
import io.churnwatch.api.request.JsonRequest;
import io.churnwatch.feed.Texts;
import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;

/** A user's request for another password. */
@Introspected
record PasswordChange(
        @NotNull String currentPassword,

        @NotNull @Schema(minLength = PasswordChange.LENGTH_MIN, maxLength = PasswordChange.LENGTH_MAX)
        String newPassword)
        implements JsonRequest {

    static final int LENGTH_MIN = 12;
    static final int LENGTH_MAX = 128;

    /** Counts characters as OpenAPI does; {@code @Size} would count some of them twice. */
    void rejectWeak() {
        int length = Texts.length(newPassword);
        if (length < LENGTH_MIN || length > LENGTH_MAX) {
            throw ProblemException.invalid(
                    "/new_password", "must have " + LENGTH_MIN + " to " + LENGTH_MAX + " characters");
        }
        if (newPassword.equals(currentPassword)) {
            throw ProblemException.invalid("/new_password", "must differ from the current password");
        }
    }

    /** Without the passwords. */
    @Override
    public String toString() {
        return "PasswordChange[]";
    }
}
