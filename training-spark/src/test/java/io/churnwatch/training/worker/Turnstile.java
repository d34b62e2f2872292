package io.churnwatch.training.worker;

import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** Holds a worker in the middle of a write to the database, at exactly the step that a test wants to see it die in. */
final class Turnstile implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final QueueDatabase database;
    private final Connection holder;

    /**
     * Stands before a write from now on.
     *
     * @param write for example {@code UPDATE ON training_job}
     * @param condition on {@code NEW}
     */
    Turnstile(QueueDatabase database, String write, String condition) throws SQLException {
        this.database = database;
        this.holder = database.connect();
        run("SELECT pg_advisory_lock(1)");
        run("""
                CREATE FUNCTION hold() RETURNS trigger LANGUAGE plpgsql AS
                $$ BEGIN PERFORM pg_advisory_xact_lock(1); RETURN NEW; END $$""");
        run("CREATE TRIGGER turnstile BEFORE " + write + " FOR EACH ROW WHEN (" + condition
                + ") EXECUTE FUNCTION hold()");
    }

    void awaitSomebody() {
        await().atMost(PATIENCE)
                .until(() -> database.text("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted")
                        .equals("1"));
    }

    /** Lets through who stands before it, and everybody after. */
    @Override
    public void close() throws SQLException {
        run("SELECT pg_advisory_unlock(1)");
        run("DROP FUNCTION hold() CASCADE");
        holder.close();
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = holder.createStatement()) {
            statement.execute(sql);
        }
    }
}
