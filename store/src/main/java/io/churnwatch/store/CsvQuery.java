package io.churnwatch.store;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.SQLException;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;
import org.postgresql.PGConnection;

/** Runs a person's own query in a read-only session. */
public final class CsvQuery {

    /** Writes the rows as CSV with a header, as they come from the server. */
    public static void copy(Database database, String query, OutputStream out) throws IOException {
        try (Handle handle = database.open()) {
            // A statement: JDBC's setReadOnly() reaches only what JDBC sends, and COPY goes past it.
            handle.execute("SET SESSION CHARACTERISTICS AS TRANSACTION READ ONLY");
            handle.getConnection()
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut("COPY (" + query + "\n) TO STDOUT WITH (FORMAT csv, HEADER)", out);
        } catch (SQLException e) {
            throw new ConnectionException(e); // COPY goes past JDBI, and so does its error
        }
    }

    private CsvQuery() {}
}
