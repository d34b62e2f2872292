package io.churnwatch.api.auth;

import io.churnwatch.api.database.Query;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;

/** The table of users; names are lower case. */
@Singleton
final class UserStore {
    private static final String COLUMNS = "id, username, password_hash, role, must_change_password";

    static String fold(String username) {
        return username.strip().toLowerCase(Locale.ROOT);
    }

    boolean isEmpty(Connection connection) throws SQLException {
        return Query.of("SELECT 1 FROM app_user LIMIT 1")
                .first(connection, row -> true)
                .isEmpty();
    }

    void insert(Connection connection, String username, String passwordHash, Role role) throws SQLException {
        Query.of("INSERT INTO app_user (username, password_hash, role) VALUES (?, ?, ?)", username, passwordHash, role)
                .update(connection);
    }

    Optional<AppUser> named(Connection connection, String username) throws SQLException {
        return Query.of("SELECT " + COLUMNS + " FROM app_user WHERE username = ?", fold(username))
                .first(connection, AppUser::of);
    }

    Optional<AppUser> withId(Connection connection, long id) throws SQLException {
        return Query.of("SELECT " + COLUMNS + " FROM app_user WHERE id = ?", id).first(connection, AppUser::of);
    }

    void changePassword(Connection connection, AppUser user, String passwordHash) throws SQLException {
        Query.of(
                        "UPDATE app_user SET password_hash = ?, must_change_password = FALSE WHERE id = ?",
                        passwordHash,
                        user.id())
                .update(connection);
    }
}
