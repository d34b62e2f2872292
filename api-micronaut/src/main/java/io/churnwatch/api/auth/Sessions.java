package io.churnwatch.api.auth;

import io.churnwatch.api.database.DatabasePool;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens, renews and closes sessions. All refresh tokens that follow from one login are a family; when one of them is
 * used again after its grace, it was copied, and the whole family ends.
 */
@Singleton
final class Sessions {
    private static final Logger log = LoggerFactory.getLogger(Sessions.class);

    private final DatabasePool database;
    private final UserStore users;
    private final RefreshTokenStore refreshTokens;
    private final AccessTokens accessTokens;
    private final Passwords passwords;
    private final Clock clock;

    Sessions(
            DatabasePool database,
            UserStore users,
            RefreshTokenStore refreshTokens,
            AccessTokens accessTokens,
            Passwords passwords,
            Clock clock) {
        this.database = database;
        this.users = users;
        this.refreshTokens = refreshTokens;
        this.accessTokens = accessTokens;
        this.passwords = passwords;
        this.clock = clock;
    }

    /** Returns empty when the name or the password is wrong. */
    Optional<OpenedSession> open(String username, String password) {
        return authenticated(username, password).map(user -> database.inTransaction(handle -> openFor(handle, user)));
    }

    /** Hashes outside of any transaction: hashing is slow and would occupy a connection. */
    Optional<AppUser> authenticated(String username, String password) {
        Optional<AppUser> user = database.inTransaction(handle -> users.named(handle, username));
        if (user.isEmpty()) {
            passwords.pretendToMatch(password);
        }
        return user.filter(known -> passwords.matches(password, known.passwordHash()));
    }

    /** Returns empty when the token is unknown, expired, revoked or used before. */
    Optional<OpenedSession> renew(RefreshToken token) {
        return database.inTransaction(handle -> {
            Optional<RefreshTokenStore.Stored> stored = refreshTokens.lock(handle, token);
            return stored.isEmpty() ? Optional.empty() : renew(handle, token, stored.get());
        });
    }

    private Optional<OpenedSession> renew(Handle handle, RefreshToken token, RefreshTokenStore.Stored stored) {
        Instant now = clock.instant();
        if (stored.revokedAt() != null || stored.expiresAt().isBefore(now)) {
            return Optional.empty();
        }
        if (stored.usedAt() != null && stored.usedAt().plus(RefreshToken.GRACE).isBefore(now)) {
            log.warn("A refresh token of user {} was used twice; its session ends", stored.userId());
            refreshTokens.revokeFamily(handle, stored.familyId(), now);
            return Optional.empty();
        }
        refreshTokens.markUsed(handle, token, now);
        AppUser user = users.withId(handle, stored.userId()).orElseThrow();
        return Optional.of(issue(handle, user, stored.familyId()));
    }

    /** Ends the token's whole family; an unknown token is no error. */
    void close(RefreshToken token) {
        database.inTransaction(handle -> {
            Optional<RefreshTokenStore.Stored> stored = refreshTokens.lock(handle, token);
            if (stored.isPresent()) {
                refreshTokens.revokeFamily(handle, stored.get().familyId(), clock.instant());
            }
            return stored;
        });
    }

    /** Ends all sessions of the user and opens a new one. */
    OpenedSession changePassword(AppUser user, String newPassword) {
        String hash = passwords.hash(newPassword);
        return database.inTransaction(handle -> {
            users.changePassword(handle, user, hash);
            refreshTokens.revokeAllOf(handle, user.id(), clock.instant());
            return openFor(handle, user.withChangedPassword());
        });
    }

    private OpenedSession openFor(Handle handle, AppUser user) {
        refreshTokens.deleteExpiredOf(handle, user.id(), clock.instant());
        return issue(handle, user, UUID.randomUUID());
    }

    private OpenedSession issue(Handle handle, AppUser user, UUID familyId) {
        RefreshToken token = RefreshToken.random();
        refreshTokens.insert(handle, token, familyId, user.id(), clock.instant());
        return new OpenedSession(session(user), token);
    }

    private Session session(AppUser user) {
        return new Session(
                accessTokens.issue(user),
                (int) AccessTokens.LIFETIME.toSeconds(),
                user.username(),
                user.role(),
                user.mustChangePassword());
    }
}
