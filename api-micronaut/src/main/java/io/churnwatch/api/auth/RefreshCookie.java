package io.churnwatch.api.auth;

import io.churnwatch.api.ApiConfig;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;

/** Carries the refresh token where no script can read it, and to the endpoints of {@code /api/auth} only. */
@Singleton
final class RefreshCookie {
    static final String NAME = "churnwatch_refresh";
    private static final String PATH = "/api/auth";

    private final boolean secure;

    RefreshCookie(ApiConfig config) {
        secure = config.cookieSecure();
    }

    Cookie holding(RefreshToken token) {
        return cookie(token.secret(), RefreshToken.LIFETIME);
    }

    /** Makes the browser forget the token. */
    Cookie empty() {
        return cookie("", Duration.ZERO);
    }

    Optional<RefreshToken> read(HttpRequest<?> request) {
        return request.getCookies()
                .findCookie(NAME)
                .map(Cookie::getValue)
                .filter(secret -> !secret.isEmpty())
                .map(RefreshToken::new);
    }

    private Cookie cookie(String value, Duration lifetime) {
        return Cookie.of(NAME, value)
                .httpOnly(true)
                .secure(secure)
                .sameSite(SameSite.Strict)
                .path(PATH)
                .maxAge(lifetime.toSeconds());
    }
}
