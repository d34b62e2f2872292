package io.churnwatch.api.auth;

/** A user who may sign in. */
record AppUser(long id, String username, String passwordHash, Role role, boolean mustChangePassword) {

    AppUser withChangedPassword() {
        return new AppUser(id, username, passwordHash, role, false);
    }
}
