package io.churnwatch.store;

import java.sql.Connection;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Handles over connections that a test holds. */
public final class TestHandles {
    /** Wraps the caller's connection. The caller commits and closes it; the handle needs no closing. */
    public static Handle on(Connection connection) {
        return Handles.configured(Jdbi.create(connection)).open();
    }

    private TestHandles() {}
}
