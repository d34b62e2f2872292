package io.churnwatch.cli.drift;

import io.churnwatch.local.stack.DatabaseException;
import io.churnwatch.local.stack.StackEnvironment;
import io.churnwatch.store.drift.DriftReport;
import io.churnwatch.store.drift.DriftReports;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** The reports in the database of a stack. */
record StoredReports(StackEnvironment environment) {
    Optional<DriftReport> newest() {
        try (Connection connection = environment.connect()) {
            return DriftReports.newest(connection);
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
    }
}
