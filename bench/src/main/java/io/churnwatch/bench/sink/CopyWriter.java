package io.churnwatch.bench.sink;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.churnwatch.stream.config.DatabaseConfig;
import io.churnwatch.stream.score.CustomerResult;
import io.churnwatch.stream.sink.HistoryOnly;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.postgresql.PGConnection;

/** PostgreSQL's COPY straight into the table, a transaction per batch: a row that is there already makes it fail. */
final class CopyWriter implements ResultWriter {
    private final Connection connection;

    CopyWriter(DatabaseConfig database) throws SQLException {
        connection = database.connect();
        connection.setAutoCommit(false);
    }

    @Override
    public void write(List<CustomerResult> results) throws SQLException, IOException {
        for (int from = 0; from < results.size(); from += BATCH) {
            StringWriter lines = new StringWriter();
            CsvWriter csv = CsvWriter.builder().build(lines);
            results.subList(from, Math.min(results.size(), from + BATCH))
                    .forEach(result -> csv.writeRecord(HistoryOnly.texts(result)));
            csv.flush();
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(HistoryOnly.COPY, new StringReader(lines.toString()));
            connection.commit();
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
