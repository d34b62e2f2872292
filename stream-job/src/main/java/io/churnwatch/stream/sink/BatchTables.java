package io.churnwatch.stream.sink;

import java.io.Serializable;
import java.sql.Connection;
import java.sql.SQLException;

/** What a sink writes: how its elements are collected, and the statements that make rows of them. */
interface BatchTables<T, B extends Batch<T>> extends Serializable {
    B newBatch();

    /** Prepares the statements on a connection, which commits by itself never. */
    Statements<B> prepare(Connection connection) throws SQLException;

    /** The statements of one batch, in an order that foreign keys allow. */
    interface Statements<B> {
        void execute(B batch) throws SQLException;

        /** Takes out what refers to rows that somebody deleted meanwhile; returns how many elements that were. */
        default int dropOrphans(B batch) throws SQLException {
            return 0;
        }
    }
}
