package io.churnwatch.training.support;

import io.churnwatch.settings.InvalidSettingsException;
import io.churnwatch.store.ConnectionLimits;
import io.churnwatch.store.Database;
import io.churnwatch.store.DatabaseErrors;
import java.util.Map;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.JdbiException;

/** The database of a training, and explains its failures to the person who started it. */
public final class TrainingDatabase {

    /**
     * Returns the database that the environment names.
     *
     * @throws TrainingFailedException listing every problem of its settings
     */
    public static Database of(Map<String, String> environment) {
        try {
            return Database.of(environment, ConnectionLimits.WORKER);
        } catch (InvalidSettingsException e) {
            throw new TrainingFailedException(
                    e.getMessage() + "\nOr train without a database: --customers FILE.csv --out DIR.", e);
        }
    }

    /** Returns the database once it has answered: Spark's own message does not name one that is away. */
    public static Database requireReachable(Database database) {
        database.open().close();
        return database;
    }

    /** Explains a failure of the database in a sentence, with what to do about it. */
    public static String explain(JdbiException failure) {
        return failure instanceof ConnectionException
                ? "The database cannot be reached: " + DatabaseErrors.message(failure)
                        + " Is it up (./churnwatch status), and are CHURNWATCH_DATABASE_URL, _USER and _PASSWORD right?"
                : "The database refuses a statement: " + DatabaseErrors.message(failure)
                        + " The API creates the tables when it starts; start it first (./churnwatch up).";
    }

    private TrainingDatabase() {}
}
