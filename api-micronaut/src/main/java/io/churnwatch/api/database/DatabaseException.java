package io.churnwatch.api.database;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.jspecify.annotations.Nullable;

/** The database rejected a statement, or could not be reached. */
public final class DatabaseException extends RuntimeException {
    private final SQLException reason;

    DatabaseException(SQLException reason) {
        super(reason);
        this.reason = reason;
    }

    /** Returns whether another attempt may succeed: there was no connection, or the server is stopping. */
    public boolean isAway() {
        return reason instanceof SQLTransientConnectionException || stateStartsWith("08") || stateStartsWith("57P");
    }

    /** Returns whether the database cannot store a value, such as a text with the character U+0000. */
    public boolean isInvalidValue() {
        return stateStartsWith("22");
    }

    private boolean stateStartsWith(String prefix) {
        @Nullable String state = reason.getSQLState();
        return state != null && state.startsWith(prefix);
    }
}
