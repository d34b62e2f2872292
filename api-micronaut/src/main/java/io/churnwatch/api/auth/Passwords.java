package io.churnwatch.api.auth;

import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;

/**
 * Hashes passwords with PBKDF2-HMAC-SHA256, 310,000 rounds; unlike bcrypt it takes passwords of any length. The hash
 * names its method, so that another can follow. Thread-safe.
 */
@Singleton
final class Passwords {
    private static final String METHOD = "pbkdf2@SpringSecurity_v5_8";
    private static final int ONE_TIME_BYTES = 15; // 120 bits, 20 characters

    private final PasswordEncoder encoder = new DelegatingPasswordEncoder(
            METHOD, Map.of(METHOD, Pbkdf2PasswordEncoder.defaultsForSpringSecurity_v5_8()));
    private final String hashOfNobody = hash(oneTimePassword());

    String hash(String password) {
        return encoder.encode(password);
    }

    boolean matches(String password, String hash) {
        return encoder.matches(password, hash);
    }

    /** Takes as long as a wrong password does, so that the response time does not reveal which users exist. */
    void pretendToMatch(String password) {
        matches(password, hashOfNobody);
    }

    static String oneTimePassword() {
        byte[] random = new byte[ONE_TIME_BYTES];
        new SecureRandom().nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }
}
