package io.churnwatch.local.stack;

import java.sql.SQLException;

/** The database did not do what was asked. */
public final class DatabaseException extends RuntimeException {
    public DatabaseException(SQLException cause) {
        super("The database says: " + cause.getMessage(), cause);
    }
}
