package io.churnwatch.api.auth;

import static java.util.Map.entry;

import io.micronaut.security.token.generator.TokenGenerator;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** Issues the tokens that a client sends with each request: signed, short-lived, never stored. */
@Singleton
final class AccessTokens {
    static final String USERNAME = "username";
    static final String ROLE = "role";
    static final String MUST_CHANGE_PASSWORD = "must_change_password";
    static final Duration LIFETIME = Duration.ofMinutes(10);

    private final TokenGenerator generator;
    private final Clock clock;

    AccessTokens(TokenGenerator generator, Clock clock) {
        this.generator = generator;
        this.clock = clock;
    }

    String issue(AppUser user) {
        Instant now = clock.instant();
        return generator
                .generateToken(Map.ofEntries(
                        entry("sub", user.username()),
                        entry(USERNAME, user.username()),
                        entry(ROLE, user.role().name()),
                        entry(MUST_CHANGE_PASSWORD, user.mustChangePassword()),
                        entry("iat", now.getEpochSecond()),
                        entry("exp", now.plus(LIFETIME).getEpochSecond())))
                .orElseThrow();
    }
}
