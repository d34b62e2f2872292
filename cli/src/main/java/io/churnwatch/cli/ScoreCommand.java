package io.churnwatch.cli;

import io.churnwatch.local.stack.MainClass;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Unmatched;

/** Scores a file of customers, without a stack: all arguments but {@code --help} go to the main class unchanged. */
@Command(
        name = "score",
        customSynopsis =
                "churnwatch score --model FILE.pmml --customers FILE.csv [--explain] [--engine auto|own|jpmml]",
        description = {
            "Scores a CSV file of customers with any PMML classifier of two classes, gzipped or not; needs no running stack.",
            "",
            "Prints CSV: the id (the column customer_id, else id) and the probability, a row for every row. Columns are found by name in any spelling; an empty cell is an unknown value. Every row must be one line. Rows that cannot be scored keep an empty cell, are named on standard error, and make the exit code 1.",
            "",
            "--customers -        reads the customers from the standard input",
            "--explain            adds what each input field contributes, and the base: they add up to the probability",
            "--engine own         scores with the built-in engine only",
            "--engine jpmml       scores with jpmml only, which cannot explain",
            "--engine auto        takes the built-in engine where it reads the model, else jpmml, and reports which (default)",
            ""
        },
        footer = {
            "",
            "Example:",
            "  ./churnwatch score --model model.pmml --customers customers.csv --explain > scores.csv"
        })
public final class ScoreCommand implements Callable<Integer> {
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this help.")
    @SuppressWarnings("UnusedVariable") // picocli acts on it
    private boolean help;

    @Unmatched
    private List<String> arguments = new ArrayList<>();

    @Override
    public Integer call() {
        return MainClass.SCORE_FILE.run(arguments);
    }
}
