package io.churnwatch.cli;

import io.churnwatch.local.CommandFailedException;
import io.churnwatch.local.ExitCode;
import io.churnwatch.local.stack.RunningStack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.Callable;
import org.postgresql.PGConnection;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Asks the database. */
@Command(
        name = "sql",
        mixinStandardHelpOptions = true,
        description = "Runs one query in a read-only transaction, and prints CSV with a header.",
        footer = {
            "",
            "Example:",
            "  ./churnwatch sql 'SELECT geography, count(*), avg(exited::int) FROM customer_churn GROUP BY 1'"
        })
public final class SqlCommand implements Callable<Integer> {
    @Parameters(paramLabel = "QUERY", description = "One SELECT, WITH, VALUES or TABLE.")
    private String query = "";

    @Override
    public Integer call() {
        try (Connection connection = RunningStack.find().environment().connect()) {
            forbidWriting(connection);
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut(
                            "COPY (" + withoutSemicolon(query) + "\n) TO STDOUT WITH (FORMAT csv, HEADER)", System.out);
            System.out.flush();
            return ExitCode.OK;
        } catch (SQLException e) {
            throw new CommandFailedException(ExitCode.FAILED, "The database says: " + e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** By a statement: setReadOnly() would only reach those that JDBC sends, and COPY goes past it. */
    private static void forbidWriting(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET SESSION CHARACTERISTICS AS TRANSACTION READ ONLY");
        }
    }

    static String withoutSemicolon(String query) {
        return query.strip().replaceAll("[;\\s]+$", "");
    }
}
