package io.churnwatch.bench.latency;

import io.churnwatch.store.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;

/** A reader that polls {@code churn_risk_history} for rows that it has not seen. */
final class RowReader implements AutoCloseable {
    /** Between two looks. */
    static final Duration PAUSE = Duration.ofMillis(5);

    private static final int MISSING_MAX = 5_000;
    private static final int LOOKS_PER_SEARCH = 10;

    private final EventIds ids;
    private final Arrivals arrivals;
    private final Connection connection;
    private final PreparedStatement query;

    /** Ids below the last one that no row was seen with: another transaction may still commit them. */
    private final TreeSet<Long> missing = new TreeSet<>();

    private long last;
    private int looks;

    RowReader(Database database, EventIds ids, Arrivals arrivals) throws SQLException {
        this.ids = ids;
        this.arrivals = arrivals;
        this.connection = database.connect();
        this.last =
                database.inSnapshot(handle -> handle.createQuery("SELECT coalesce(max(id), 0) FROM churn_risk_history")
                        .mapTo(Long.class)
                        .one());
        this.query = connection.prepareStatement("""
                SELECT id, event_id FROM churn_risk_history WHERE id > ?
                UNION ALL SELECT id, event_id FROM churn_risk_history WHERE id = ANY (?) ORDER BY id""");
    }

    /** Reads what is new, and pauses for a moment. */
    void look() throws SQLException {
        query.setLong(1, last);
        query.setArray(2, connection.createArrayOf("int8", sought()));
        try (ResultSet row = query.executeQuery()) {
            long now = System.nanoTime();
            while (row.next()) {
                arrivals.note(ids.place(row.getString(2)), now);
                if (see(row.getLong(1))) {
                    looks = 0; // its whole transaction is there now
                }
            }
        }
        while (missing.size() > MISSING_MAX) {
            missing.pollFirst(); // a sequence has gaps that stay
        }
        LockSupport.parkNanos(PAUSE.toNanos());
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    /**
     * Mostly the first and the last that are missing: a transaction's rows are there all at once, and to ask for thousands of them
     * every time would keep the server busier than the job does.
     */
    private Long[] sought() {
        boolean all = looks++ % LOOKS_PER_SEARCH == 0;
        return all || missing.isEmpty() ? missing.toArray(Long[]::new) : new Long[] {missing.first(), missing.last()};
    }

    /** Notes a row, and those before it that are not there yet; true for one that was missing. */
    private boolean see(long id) {
        for (long between = last + 1; between < id; between++) {
            missing.add(between);
        }
        last = Math.max(last, id);
        return missing.remove(id);
    }
}
