package io.churnwatch.cli;

import io.churnwatch.cli.database.CommandLineDatabase;
import io.churnwatch.local.ExitCode;
import io.churnwatch.local.stack.RunningStack;
import io.churnwatch.store.CsvQuery;
import io.churnwatch.store.Database;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Queries the database. */
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
    public Integer call() throws IOException {
        Database database = CommandLineDatabase.of(RunningStack.find().environment());
        CsvQuery.copy(database, withoutSemicolon(query), System.out);
        System.out.flush();
        return ExitCode.OK;
    }

    static String withoutSemicolon(String query) {
        return query.strip().replaceAll("[;\\s]+$", "");
    }
}
