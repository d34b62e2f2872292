package io.churnwatch.api.auth;

import io.churnwatch.api.error.BodyReader;
import io.micronaut.json.tree.JsonNode;
import io.swagger.v3.oas.annotations.media.Schema;

/** A user's wish for another password. */
record PasswordChange(
        String currentPassword,

        @Schema(minLength = PasswordChange.LENGTH_MIN, maxLength = PasswordChange.LENGTH_MAX)
        String newPassword) {

    static final int LENGTH_MIN = 12;
    static final int LENGTH_MAX = 128;

    static PasswordChange read(JsonNode json) {
        BodyReader body = new BodyReader(json, "current_password", "new_password");
        PasswordChange change = new PasswordChange(body.text("current_password"), body.text("new_password"));
        if (!body.isRefused()) {
            refuseWeak(change, body);
        }
        body.refuseErrors();
        return change;
    }

    private static void refuseWeak(PasswordChange change, BodyReader body) {
        int length = change.newPassword.codePointCount(0, change.newPassword.length());
        if (length < LENGTH_MIN || length > LENGTH_MAX) {
            body.refuse("/new_password", "must have " + LENGTH_MIN + " to " + LENGTH_MAX + " characters");
        } else if (change.newPassword.equals(change.currentPassword)) {
            body.refuse("/new_password", "must differ from the current password");
        }
    }

    /** Without the passwords. */
    @Override
    public String toString() {
        return "PasswordChange[]";
    }
}
