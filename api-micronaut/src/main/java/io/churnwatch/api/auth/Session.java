package io.churnwatch.api.auth;

import io.micronaut.serde.annotation.Serdeable;

/**
 * The session of a signed-in user; the refresh token comes beside it as a cookie.
 *
 * @param expiresIn seconds until the access token expires
 * @param mustChangePassword while true, nothing else is permitted
 */
@Serdeable.Serializable
record Session(String accessToken, int expiresIn, String username, Role role, boolean mustChangePassword) {}
