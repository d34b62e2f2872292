package io.churnwatch.bench.sink;

import io.churnwatch.stream.score.CustomerResult;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;

/** One way to make rows of results, over one connection. */
interface ResultWriter extends AutoCloseable {
    /** How many rows stand in one transaction, where it is not one row. */
    int BATCH = 1_000;

    /** Returns once all are committed. */
    void write(List<CustomerResult> results) throws Exception;

    @Override
    void close() throws IOException, SQLException;

    /** The results in parts of {@link #BATCH}. */
    static Iterable<List<CustomerResult>> batches(List<CustomerResult> results) {
        return () -> IntStream.range(0, (results.size() + BATCH - 1) / BATCH)
                .mapToObj(i -> results.subList(i * BATCH, Math.min(results.size(), (i + 1) * BATCH)))
                .iterator();
    }
}
