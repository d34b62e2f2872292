package io.churnwatch.api.auth;

import io.churnwatch.api.error.ProblemException;
import io.churnwatch.api.request.JsonRequest;
import io.micronaut.core.annotation.Introspected;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** A user's request for another password. */
@Introspected
record PasswordChange(
        @NotNull String currentPassword,
        @NotNull @Size(min = 12, max = 128) String newPassword) implements JsonRequest {

    void rejectUnchanged() {
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
