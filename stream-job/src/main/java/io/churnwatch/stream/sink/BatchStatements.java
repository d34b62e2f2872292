package io.churnwatch.stream.sink;

import java.io.Serializable;
import java.sql.Connection;
import java.sql.SQLException;

/** The statements that write one batch, in an order that foreign keys allow. */
interface BatchStatements {
    void execute(RiskBatch batch) throws SQLException;

    /** Removes what refers to rows that were deleted meanwhile; returns the number of scores removed. */
    default int dropOrphans(RiskBatch batch) throws SQLException {
        return 0;
    }

    /** Prepares the statements on a connection that never commits by itself. */
    interface Factory extends Serializable {
        BatchStatements prepare(Connection connection) throws SQLException;
    }
}
