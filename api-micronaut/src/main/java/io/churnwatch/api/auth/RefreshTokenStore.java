package io.churnwatch.api.auth;

import io.churnwatch.api.database.Query;
import io.churnwatch.api.database.Row;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The table of refresh tokens, which holds their hashes only. */
@Singleton
final class RefreshTokenStore {
    /** A token as the table knows it. */
    record Stored(
            UUID familyId,
            long userId,
            Instant expiresAt,
            @Nullable Instant usedAt,
            @Nullable Instant revokedAt) {

        static Stored of(Row row) throws SQLException {
            return new Stored(
                    row.uuid("family_id"),
                    row.count("user_id"),
                    row.instant("expires_at"),
                    row.instantOrNull("used_at"),
                    row.instantOrNull("revoked_at"));
        }
    }

    void insert(Connection connection, RefreshToken token, UUID familyId, long userId, Instant now)
            throws SQLException {
        Query.of("""
                        INSERT INTO refresh_token (token_hash, family_id, user_id, issued_at, expires_at)
                        VALUES (?, ?, ?, ?, ?)""", token.hash(), familyId, userId, now, now.plus(RefreshToken.LIFETIME))
                .update(connection);
    }

    /** Finds a token and keeps others from using it until the transaction ends. */
    Optional<Stored> lock(Connection connection, RefreshToken token) throws SQLException {
        return Query.of("""
                        SELECT family_id, user_id, expires_at, used_at, revoked_at
                        FROM refresh_token WHERE token_hash = ? FOR UPDATE""", token.hash()).first(connection, Stored::of);
    }

    void markUsed(Connection connection, RefreshToken token, Instant now) throws SQLException {
        Query.of("UPDATE refresh_token SET used_at = ? WHERE token_hash = ? AND used_at IS NULL", now, token.hash())
                .update(connection);
    }

    void revokeFamily(Connection connection, UUID familyId, Instant now) throws SQLException {
        Query.of("UPDATE refresh_token SET revoked_at = ? WHERE family_id = ? AND revoked_at IS NULL", now, familyId)
                .update(connection);
    }

    void revokeAllOf(Connection connection, long userId, Instant now) throws SQLException {
        Query.of("UPDATE refresh_token SET revoked_at = ? WHERE user_id = ? AND revoked_at IS NULL", now, userId)
                .update(connection);
    }

    void deleteExpiredOf(Connection connection, long userId, Instant now) throws SQLException {
        Query.of("DELETE FROM refresh_token WHERE user_id = ? AND expires_at < ?", userId, now)
                .update(connection);
    }
}
