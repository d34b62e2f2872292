package io.churnwatch.bench.spark;

import io.churnwatch.training.data.TrainingColumns;
import io.churnwatch.training.evaluate.ScoredCustomer;
import io.churnwatch.training.train.FittedModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.spark.sql.Row;

/**
 * The scores of the customers held out in a fold, as a file with a header: customer_id, exited, probability. A file that
 * is there is not made again, so that a run can be stopped and taken up.
 */
record FoldScores(Path file) {
    static FoldScores of(Path folder, String contender, int repeat, int fold) {
        return new FoldScores(folder.resolve("%s-%d-%d.csv".formatted(contender, repeat, fold)));
    }

    boolean exist() {
        return Files.exists(file);
    }

    void write(FittedModel fitted, List<Row> scored) {
        List<String> lines = new ArrayList<>(List.of("customer_id,exited,probability"));
        for (Row row : scored) {
            lines.add("%d,%d,%s"
                    .formatted(
                            row.<Long>getAs(TrainingColumns.CUSTOMER_ID),
                            row.<Double>getAs(TrainingColumns.EXITED).intValue(),
                            fitted.probability(row)));
        }
        try {
            Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
            Files.write(unfinished, lines);
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In the order of the customers' ids, so that those of two contenders are pairs. */
    List<ScoredCustomer> read() {
        try {
            return Files.readAllLines(file).stream()
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .sorted(Comparator.comparingLong(cells -> Long.parseLong(cells[0])))
                    .map(cells -> new ScoredCustomer(Double.parseDouble(cells[2]), cells[1].equals("1")))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
