package io.churnwatch.api.auth;

import io.churnwatch.api.database.Database;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens, renews and closes sessions. All refresh tokens that follow from one login are a family; when one of them is
 * used again after its grace, someone has a copy, and the whole family ends.
 */
@Singleton
final class Sessions {
    private static final Logger log = LoggerFactory.getLogger(Sessions.class);

    private final Database database;
    private final UserStore users;
    private final RefreshTokenStore refreshTokens;
    private final AccessTokens accessTokens;
    private final Passwords passwords;
    private final Clock clock;

    Sessions(
            Database database,
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

    /** Empty when the name or the password is wrong. */
    Optional<OpenedSession> open(String username, String password) {
        return authenticated(username, password)
                .map(user -> database.inTransaction(connection -> openFor(connection, user)));
    }

    /** Hashes outside of any transaction: it takes long and would hold a connection. */
    Optional<AppUser> authenticated(String username, String password) {
        Optional<AppUser> user = database.inTransaction(connection -> users.named(connection, username));
        if (user.isEmpty()) {
            passwords.pretendToMatch(password);
        }
        return user.filter(known -> passwords.matches(password, known.passwordHash()));
    }

    /** Empty when the token is unknown, expired, revoked or was used before. */
    Optional<OpenedSession> renew(RefreshToken token) {
        return database.inTransaction(connection -> {
            Optional<RefreshTokenStore.Stored> stored = refreshTokens.lock(connection, token);
            return stored.isEmpty() ? Optional.empty() : renew(connection, token, stored.get());
        });
    }

    private Optional<OpenedSession> renew(Connection connection, RefreshToken token, RefreshTokenStore.Stored stored)
            throws SQLException {
        Instant now = clock.instant();
        if (stored.revokedAt() != null || stored.expiresAt().isBefore(now)) {
            return Optional.empty();
        }
        if (stored.usedAt() != null && stored.usedAt().plus(RefreshToken.GRACE).isBefore(now)) {
            log.warn("A refresh token of user {} was used twice; its session ends", stored.userId());
            refreshTokens.revokeFamily(connection, stored.familyId(), now);
            return Optional.empty();
        }
        refreshTokens.markUsed(connection, token, now);
        AppUser user = users.withId(connection, stored.userId()).orElseThrow();
        return Optional.of(issue(connection, user, stored.familyId()));
    }

    /** Ends the token's whole family; an unknown token is no error. */
    void close(RefreshToken token) {
        database.inTransaction(connection -> {
            Optional<RefreshTokenStore.Stored> stored = refreshTokens.lock(connection, token);
            if (stored.isPresent()) {
                refreshTokens.revokeFamily(connection, stored.get().familyId(), clock.instant());
            }
            return stored;
        });
    }

    /** Ends all sessions of the user and opens a new one. */
    OpenedSession changePassword(AppUser user, String newPassword) {
        String hash = passwords.hash(newPassword);
        return database.inTransaction(connection -> {
            users.changePassword(connection, user, hash);
            refreshTokens.revokeAllOf(connection, user.id(), clock.instant());
            return openFor(connection, user.withChangedPassword());
        });
    }

    private OpenedSession openFor(Connection connection, AppUser user) throws SQLException {
        refreshTokens.deleteExpiredOf(connection, user.id(), clock.instant());
        return issue(connection, user, UUID.randomUUID());
    }

    private OpenedSession issue(Connection connection, AppUser user, UUID familyId) throws SQLException {
        RefreshToken token = RefreshToken.random();
        refreshTokens.insert(connection, token, familyId, user.id(), clock.instant());
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
