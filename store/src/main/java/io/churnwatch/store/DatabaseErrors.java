package io.churnwatch.store;

import java.sql.SQLException;
import org.jdbi.v3.core.JdbiException;

/** The errors of PostgreSQL and its driver. */
public final class DatabaseErrors {
    private static final String UNIQUE_VIOLATION = "23505";

    /** Returns the server's own message, without the name of a class before it. */
    public static String message(JdbiException failure) {
        return String.valueOf(sqlException(failure).getMessage());
    }

    /** Returns whether a row with the same key is stored already. */
    public static boolean isDuplicate(JdbiException failure) {
        return UNIQUE_VIOLATION.equals(sqlException(failure).getSQLState());
    }

    /** Returns the error behind an exception of JDBI; one of JDBI's own making becomes an error without a state. */
    public static SQLException sqlException(JdbiException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException error) {
                return error;
            }
        }
        return new SQLException(failure.getMessage(), failure);
    }

    private DatabaseErrors() {}
}
