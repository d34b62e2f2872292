package io.churnwatch.api.auth;

import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** The table of users; names are lower case. */
@Singleton
final class UserStore {
    private static final String COLUMNS = "id, username, password_hash, role, must_change_password";

    static String fold(String username) {
        return username.strip().toLowerCase(Locale.ROOT);
    }

    boolean isEmpty(Handle handle) {
        return handle.select("SELECT 1 FROM app_user LIMIT 1")
                .mapTo(Integer.class)
                .findFirst()
                .isEmpty();
    }

    void insert(Handle handle, String username, String passwordHash, Role role) {
        handle.execute(
                "INSERT INTO app_user (username, password_hash, role) VALUES (?, ?, ?)", username, passwordHash, role);
    }

    Optional<AppUser> named(Handle handle, String username) {
        return handle.select("SELECT " + COLUMNS + " FROM app_user WHERE username = ?", fold(username))
                .map(ConstructorMapper.of(AppUser.class))
                .findFirst();
    }

    Optional<AppUser> withId(Handle handle, long id) {
        return handle.select("SELECT " + COLUMNS + " FROM app_user WHERE id = ?", id)
                .map(ConstructorMapper.of(AppUser.class))
                .findFirst();
    }

    void changePassword(Handle handle, AppUser user, String passwordHash) {
        handle.execute(
                "UPDATE app_user SET password_hash = ?, must_change_password = FALSE WHERE id = ?",
                passwordHash,
                user.id());
    }
}
