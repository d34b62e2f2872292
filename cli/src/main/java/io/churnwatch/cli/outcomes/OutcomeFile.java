package io.churnwatch.cli.outcomes;

import io.churnwatch.feed.InvalidUpdateException;
import io.churnwatch.local.CommandFailedException;
import io.churnwatch.local.csv.CsvFile;
import io.churnwatch.local.csv.Report;
import io.churnwatch.store.outcome.ChurnOutcome;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A CSV file of exits and stays. */
final class OutcomeFile {
    private final OutcomeColumns columns;
    private final Instant now;
    private final Report report;
    private final Map<ChurnOutcome.Key, Row> rows = new HashMap<>();
    private final Consumer<Row> receiver;

    /** A row that can be recorded. */
    record Row(long line, ChurnOutcome outcome) {}

    private OutcomeFile(OutcomeColumns columns, Instant now, Report report, Consumer<Row> receiver) {
        this.columns = columns;
        this.now = now;
        this.report = report;
        this.receiver = receiver;
    }

    /**
     * Checks the header only.
     *
     * @throws CommandFailedException when this is no file of outcomes; its message names what is wrong
     */
    static void checkHeader(Path path) {
        try (CsvFile csv = CsvFile.open(path)) {
            OutcomeColumns.of(csv);
        }
    }

    /** Hands over the good rows in their order, and reports the others. A row that repeats another one is handed over once. */
    static void read(Path path, Instant now, Report report, Consumer<Row> receiver) {
        try (CsvFile csv = CsvFile.open(path)) {
            OutcomeFile file = new OutcomeFile(OutcomeColumns.of(csv), now, report, receiver);
            csv.forEachRow(file::readRow, report);
        }
    }

    private void readRow(long line, List<String> cells) throws InvalidUpdateException {
        ChurnOutcome outcome = columns.read(cells, now);
        Row row = new Row(line, outcome);
        Row first = rows.putIfAbsent(outcome.key(), row);
        if (first == null) {
            receiver.accept(row);
        } else if (!first.outcome().equals(outcome)) {
            report.problem(
                    line,
                    "exited contradicts line " + first.line() + " of customer " + outcome.customerId()
                            + " at the same time, which is kept");
        } else {
            report.problem(line, "repeats line " + first.line());
        }
    }
}
