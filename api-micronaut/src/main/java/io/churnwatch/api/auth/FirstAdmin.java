package io.churnwatch.api.auth;

import io.churnwatch.api.database.DatabasePool;
import io.micronaut.context.annotation.Context;
import jakarta.annotation.PostConstruct;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Creates the user {@code admin} when there is no user yet, before the first request is served. */
@Context
final class FirstAdmin {
    static final String USERNAME = "admin";

    private static final Logger log = LoggerFactory.getLogger(FirstAdmin.class);
    private static final long LOCK = 0x6368_7572_6e61_646dL; // "churnadm": instances that start together create one

    private final DatabasePool database;
    private final UserStore users;
    private final Passwords passwords;
    private final AdminPasswordFile file;

    FirstAdmin(DatabasePool database, UserStore users, Passwords passwords, AdminPasswordFile file) {
        this.database = database;
        this.users = users;
        this.passwords = passwords;
        this.file = file;
    }

    @PostConstruct
    void createWhenThereIsNoUser() {
        boolean created = database.inTransaction(handle -> {
            handle.execute("SELECT pg_advisory_xact_lock(?)", LOCK);
            if (!users.isEmpty(handle)) {
                return false;
            }
            String password = Passwords.oneTimePassword();
            users.insert(handle, USERNAME, passwords.hash(password), Role.ADMIN);
            file.write(password); // before the commit: an admin whose password nobody knows would lock everyone out
            return true;
        });
        if (created) {
            log.info("There was no user yet: the one-time password of '{}' is in {}", USERNAME, file);
        }
    }
}
