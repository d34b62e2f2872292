package io.churnwatch.training;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** How to reach PostgreSQL, as every process of Churnwatch is told by its environment. */
public record Database(String url, String user, String password) {
    private static final String URL = "CHURNWATCH_DATABASE_URL";
    private static final String USER = "CHURNWATCH_DATABASE_USER";
    private static final String PASSWORD = "CHURNWATCH_DATABASE_PASSWORD";

    /**
     * The database that the environment names.
     *
     * @throws TrainingFailedException listing every variable that is missing
     */
    public static Database of(Map<String, String> environment) {
        List<String> missing = List.of(URL, USER, PASSWORD).stream()
                .filter(name -> environment.getOrDefault(name, "").isBlank())
                .toList();
        if (!missing.isEmpty()) {
            throw new TrainingFailedException("The environment lacks " + String.join(", ", missing)
                    + ". Set them, or train without a database: --customers FILE.csv --out DIR.");
        }
        return new Database(
                environment.getOrDefault(URL, ""),
                environment.getOrDefault(USER, ""),
                environment.getOrDefault(PASSWORD, ""));
    }

    /** This database, once it has answered: Spark would tell of one that is away in a riddle. */
    Database requireReachable() {
        try (Connection connection = connect()) {
            connection.setReadOnly(true);
            return this;
        } catch (SQLException e) {
            throw away(e);
        }
    }

    public Connection connect() {
        try {
            return DriverManager.getConnection(url, user, password);
        } catch (SQLException e) {
            throw away(e);
        }
    }

    /** Says that a table of Churnwatch cannot be asked. */
    public TrainingFailedException isNotOurs(SQLException e) {
        return new TrainingFailedException(
                "The database is not Churnwatch's: " + e.getMessage()
                        + " The API creates the tables when it starts; start it first (./churnwatch up).",
                e);
    }

    private TrainingFailedException away(SQLException e) {
        String message = ("The database %s cannot be reached as %s: %s Is it up (./churnwatch status), "
                        + "and are %s, %s and %s right?")
                .formatted(url, user, e.getMessage(), URL, USER, PASSWORD);
        return new TrainingFailedException(message, e);
    }
}
