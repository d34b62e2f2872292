package io.churnwatch.cli.models;

import io.churnwatch.local.CommandFailedException;
import io.churnwatch.local.ExitCode;
import io.churnwatch.local.stack.DatabaseException;
import io.churnwatch.local.stack.StackEnvironment;
import io.churnwatch.store.model.PromotionRefusedException;
import java.sql.Connection;
import java.sql.SQLException;

/** The model registry in the database of a stack; what is refused is a sentence for the person at the terminal. */
record RegistryDatabase(StackEnvironment environment) {
    /** What is done within one transaction. */
    interface Work<T> {
        T run(Connection connection) throws SQLException, PromotionRefusedException;
    }

    <T> T inTransaction(Work<T> work) {
        try (Connection connection = environment.connect()) {
            connection.setAutoCommit(false);
            T result = work.run(connection);
            connection.commit();
            return result;
        } catch (PromotionRefusedException e) {
            throw new CommandFailedException(ExitCode.FAILED, String.valueOf(e.getMessage()));
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
    }

    /** Who sits at this terminal. */
    static String person() {
        return System.getProperty("user.name", "unknown");
    }
}
