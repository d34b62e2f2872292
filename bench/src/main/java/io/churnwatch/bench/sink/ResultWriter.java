package io.churnwatch.bench.sink;

import io.churnwatch.stream.score.CustomerResult;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;

/** One way to make rows of results, over one connection. */
interface ResultWriter extends AutoCloseable {
    /** How many rows a transaction writes. */
    int BATCH = 1_000;

    /** Returns once all are committed. */
    void write(List<CustomerResult> results) throws Exception;

    @Override
    void close() throws IOException, SQLException;
}
