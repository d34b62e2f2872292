package io.churnwatch.training.monitor;

import io.churnwatch.scoring.Features;
import io.churnwatch.scoring.drift.Bins;
import java.io.Serializable;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Counts the rows in each bin of each field in one pass. What comes to the driver is as large as the bins are many, not the rows.
 */
final class BinCounts implements Serializable {
    private static final long serialVersionUID = 1;

    /** Reads the customer's features from a row. */
    interface Reader extends Serializable {
        Features features(Row row);
    }

    /** A field and how its values are counted. */
    record Field(String name, Bins bins) implements Serializable {}

    private final List<Field> fields;
    private final Reader reader;

    private BinCounts(List<Field> fields, Reader reader) {
        this.fields = List.copyOf(fields);
        this.reader = reader;
    }

    /** The counts of each field in turn, bin for bin. */
    static List<long[]> of(Dataset<Row> rows, List<Field> fields, Reader reader) {
        BinCounts counter = new BinCounts(fields, reader);
        return List.of(rows.javaRDD().treeAggregate(counter.none(), counter::count, BinCounts::plus));
    }

    private long[][] none() {
        return fields.stream().map(field -> new long[field.bins().size()]).toArray(long[][]::new);
    }

    private long[][] count(long[][] counts, Row row) {
        Features features = reader.features(row);
        for (int i = 0; i < counts.length; i++) {
            Field field = fields.get(i);
            counts[i][field.bins().binOf(features.value(field.name()))]++;
        }
        return counts;
    }

    private static long[][] plus(long[][] counts, long[][] others) {
        for (int i = 0; i < counts.length; i++) {
            for (int bin = 0; bin < counts[i].length; bin++) {
                counts[i][bin] += others[i][bin];
            }
        }
        return counts;
    }
}
