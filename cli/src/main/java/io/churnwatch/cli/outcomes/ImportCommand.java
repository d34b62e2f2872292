package io.churnwatch.cli.outcomes;

import io.churnwatch.local.ExitCode;
import io.churnwatch.local.csv.Report;
import io.churnwatch.local.stack.Progress;
import io.churnwatch.local.stack.RunningStack;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Records the outcomes of a file. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = {
            "Records exits and stays from a CSV file with a header: customer_id, exited (1 or 0, or a column outcome with"
                    + " EXITED or STAYED) and date, in any order and spelling, with any other columns.",
            "The date is that of the exit, or until when the customer stayed: 2026-03-04, which means by the end of that day in UTC,"
                    + " or 2026-03-04T10:15:00Z.",
            "A known row changes nothing; another outcome of the same customer and time replaces the recorded one."
                    + " Rows that cannot be taken are named and left out."
        },
        footer = {"", "Example:", "  ./churnwatch outcomes import left-in-march.csv"})
final class ImportCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "The file.")
    private Path file = Path.of("");

    @Option(
            names = "--problems",
            paramLabel = "N",
            description = "How many of the rows that are left out are named; default: ${DEFAULT-VALUE}.")
    private int problems = Report.SHOWN;

    @Override
    public Integer call() {
        OutcomeFile.checkHeader(file);
        new OutcomeImport(RunningStack.find().environment(), Progress.onStandardError(), Clock.systemUTC())
                .load(file, problems);
        return ExitCode.OK;
    }
}
