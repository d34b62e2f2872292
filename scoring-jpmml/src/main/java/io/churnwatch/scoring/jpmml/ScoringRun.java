package io.churnwatch.scoring.jpmml;

import io.churnwatch.csv.BrokenCsvException;
import io.churnwatch.csv.CsvRows;
import io.churnwatch.scoring.ChurnModel;
import io.churnwatch.scoring.NotScorableException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;

/** One pass over a file of customers: a row out for every row in, in the same order. */
final class ScoringRun {
    private final CsvRows rows;
    private final ScoreColumns scores;
    private final InputColumns inputs;
    private final Optional<IdColumn> id;
    private final RefusedRows refused;
    private long scored;

    /**
     * Finds the columns.
     *
     * @throws WrongInputException when the file lacks some of the model's
     */
    ScoringRun(CsvRows rows, ChurnModel model, ScoreColumns scores, RefusedRows refused) {
        this.rows = rows;
        this.scores = scores;
        this.inputs = InputColumns.of(rows.name(), rows.header(), model.inputFields());
        this.id = IdColumn.of(rows.name(), rows.header());
        this.refused = refused;
    }

    /** Scores all rows; returns how many it could score. */
    long writeTo(OutputStream out) {
        try (ScoreWriter writer = new ScoreWriter(out, id.map(IdColumn::title), scores.titles())) {
            while (rows.next()) {
                score(writer);
            }
        }
        refused.summarize(scored);
        return scored;
    }

    private void score(ScoreWriter writer) {
        String customer = ""; // a broken line has no known customer
        try {
            List<String> cells = rows.cells();
            customer = id.map(column -> cells.get(column.index()).strip()).orElse("");
            writer.score(customer, scores.values(inputs.features(cells)));
            scored++;
        } catch (BrokenCsvException | NotScorableException e) {
            refused.add(rows.lineNumber(), String.valueOf(e.getMessage()));
            writer.noScore(customer);
        }
    }
}
