package io.churnwatch.api.auth;

import io.churnwatch.api.database.Row;
import java.sql.SQLException;

/** Someone who may sign in. */
record AppUser(long id, String username, String passwordHash, Role role, boolean mustChangePassword) {

    static AppUser of(Row row) throws SQLException {
        return new AppUser(
                row.count("id"),
                row.text("username"),
                row.text("password_hash"),
                row.choice("role", Role.class),
                row.flag("must_change_password"));
    }

    AppUser withChangedPassword() {
        return new AppUser(id, username, passwordHash, role, false);
    }
}
