package io.churnwatch.api.auth;

import io.churnwatch.api.error.BodyReader;
import io.micronaut.json.tree.JsonNode;

/** Who wants to sign in. */
record LoginRequest(String username, String password) {

    static LoginRequest read(JsonNode json) {
        BodyReader body = new BodyReader(json, "username", "password");
        LoginRequest request = new LoginRequest(body.text("username"), body.text("password"));
        body.refuseErrors();
        return request;
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "LoginRequest[" + username + "]";
    }
}
