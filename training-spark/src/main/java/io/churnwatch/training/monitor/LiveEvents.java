package io.churnwatch.training.monitor;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.struct;

import io.churnwatch.store.Database;
import io.churnwatch.training.data.PostgresRows;
import java.time.Instant;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * The events of a window that a model scored, of present customers, read from the table {@code churn_risk_history} in ranges of
 * its ids, several at once.
 *
 * @param modelVersion the model, whose inputs {@code features} holds
 * @param from log time of the first
 * @param to log time before which the last one lies
 * @param rowsPerRange about
 */
record LiveEvents(Database database, String modelVersion, Instant from, Instant to, long rowsPerRange) {
    static final String CUSTOMER_ID = "customer_id";
    static final String SEQUENCE = "sequence";
    static final String LOGGED_AT = "logged_at";
    static final String FEATURES = "features";
    static final String PROBABILITY = "churn_probability";
    static final String CHALLENGER_VERSION = "challenger_version";
    static final String CHALLENGER_PROBABILITY = "challenger_probability";

    LiveEvents(Database database, String modelVersion, Instant from, Instant to) {
        this(database, modelVersion, from, to, PostgresRows.ROWS_PER_RANGE);
    }

    /** Counting with the bounds keeps PostgreSQL from walking the ids from the oldest row on until one is in the window. */
    PostgresRows.Extent extent() {
        return PostgresRows.Extent.query(
                database, "SELECT count(*), coalesce(min(id), 0), coalesce(max(id), 0)" + fromWhere());
    }

    Dataset<Row> read(SparkSession spark, PostgresRows.Extent extent) {
        String rows = "(SELECT h.id, h.customer_id, h.sequence, h.logged_at, h.churn_probability, h.challenger_version,"
                + " h.challenger_probability, h.features::text AS features"
                + fromWhere() + ") AS live";
        return new PostgresRows(database, rows, "id").read(spark, extent, rowsPerRange);
    }

    /** Returns the newest event of each customer, so that customers whose data change often count once. */
    static Dataset<Row> newestOfEach(Dataset<Row> events) {
        return events.groupBy(CUSTOMER_ID)
                .agg(max_by(struct(col(PROBABILITY), col(FEATURES)), col(SEQUENCE))
                        .as("newest"))
                .select("newest." + PROBABILITY, "newest." + FEATURES);
    }

    private String fromWhere() {
        return " FROM churn_risk_history h JOIN customer_churn c USING (customer_id) WHERE c.exited IS NOT TRUE"
                + " AND h.model_version = '%s' AND h.logged_at >= '%s' AND h.logged_at < '%s'"
                        .formatted(modelVersion.replace("'", "''"), from, to);
    }
}
