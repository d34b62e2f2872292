package io.churnwatch.api.auth;

import io.churnwatch.Sha256;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;

/** The secret that renews a session once; 256 random bits need no salt. */
record RefreshToken(String secret) {
    static final Duration LIFETIME = Duration.ofDays(14);

    /** A used token still renews for so long: two tabs of one browser may send the same one. */
    static final Duration GRACE = Duration.ofSeconds(10);

    private static final int BYTES = 32;

    static RefreshToken random() {
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        return new RefreshToken(Base64.getUrlEncoder().withoutPadding().encodeToString(random));
    }

    /** SHA-256 in hex. */
    String hash() {
        return Sha256.hex(secret);
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "RefreshToken[]";
    }
}
