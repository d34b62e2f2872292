package io.churnwatch.api.auth;

/** A session with the token that renews it. */
record OpenedSession(Session session, RefreshToken refreshToken) {}
