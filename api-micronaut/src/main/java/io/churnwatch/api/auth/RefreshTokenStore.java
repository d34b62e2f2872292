package io.churnwatch.api.auth;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jspecify.annotations.Nullable;

/** The table of refresh tokens, which holds their hashes only. */
@Singleton
final class RefreshTokenStore {
    /** A row of the table. */
    record Stored(
            UUID familyId,
            long userId,
            Instant expiresAt,
            @Nullable Instant usedAt,
            @Nullable Instant revokedAt) {}

    void insert(Handle handle, RefreshToken token, UUID familyId, long userId, Instant now) {
        handle.execute("""
                        INSERT INTO refresh_token (token_hash, family_id, user_id, issued_at, expires_at)
                        VALUES (?, ?, ?, ?, ?)""", token.hash(), familyId, userId, now, now.plus(RefreshToken.LIFETIME));
    }

    /** Finds a token and locks it until the transaction ends. */
    Optional<Stored> lock(Handle handle, RefreshToken token) {
        return handle.select("""
                        SELECT family_id, user_id, expires_at, used_at, revoked_at
                        FROM refresh_token WHERE token_hash = ? FOR UPDATE""", token.hash())
                .map(ConstructorMapper.of(Stored.class))
                .findFirst();
    }

    void markUsed(Handle handle, RefreshToken token, Instant now) {
        handle.execute(
                "UPDATE refresh_token SET used_at = ? WHERE token_hash = ? AND used_at IS NULL", now, token.hash());
    }

    void revokeFamily(Handle handle, UUID familyId, Instant now) {
        handle.execute(
                "UPDATE refresh_token SET revoked_at = ? WHERE family_id = ? AND revoked_at IS NULL", now, familyId);
    }

    void revokeAllOf(Handle handle, long userId, Instant now) {
        handle.execute("UPDATE refresh_token SET revoked_at = ? WHERE user_id = ? AND revoked_at IS NULL", now, userId);
    }

    void deleteExpiredOf(Handle handle, long userId, Instant now) {
        handle.execute("DELETE FROM refresh_token WHERE user_id = ? AND expires_at < ?", userId, now);
    }
}
