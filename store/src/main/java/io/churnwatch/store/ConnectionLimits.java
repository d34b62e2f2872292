package io.churnwatch.store;

import java.io.Serializable;
import java.time.Duration;

/**
 * How long a program waits for the database, and how long the database waits for the program.
 *
 * @param applicationName as {@code pg_stat_activity} shows it
 * @param connect until a connection is open
 * @param silence without a byte from the server, after which the program drops the connection; zero for none
 * @param statement after which the server cancels a statement; zero for none
 * @param idleInTransaction after which the server drops a connection that neither works nor commits; zero for none
 */
public record ConnectionLimits(
        String applicationName, Duration connect, Duration silence, Duration statement, Duration idleInTransaction)
        implements Serializable {
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final int GRACE = 2;

    /** A person waits at a terminal, at most for the import of a large file. */
    public static final ConnectionLimits COMMAND_LINE =
            of("churnwatch-cli", Duration.ofMinutes(10), Duration.ofMinutes(5));

    /** Requests over HTTP: their caller has given up long before. */
    public static final ConnectionLimits API = of("churnwatch-api", Duration.ofMinutes(2), Duration.ofMinutes(1));

    /** Reports over millions of scores; MLflow is sent whole models while their rows are locked. */
    public static final ConnectionLimits WORKER =
            of("churnwatch-training", Duration.ofMinutes(30), Duration.ofMinutes(15));

    /** The replay reads whole tables, and compares for a long time in between. */
    public static final ConnectionLimits VERIFY =
            of("churnwatch-verify", Duration.ofMinutes(30), Duration.ofMinutes(15));

    /** A migration may rebuild a large table: it takes as long as it takes. */
    public static final ConnectionLimits MIGRATION =
            new ConnectionLimits("churnwatch-migration", CONNECT, Duration.ZERO, Duration.ZERO, Duration.ZERO);

    /**
     * For a program that reconnects: it drops a silent server itself, and the server then ends by itself what nobody waits for.
     *
     * @param silence at least a second
     */
    public static ConnectionLimits reconnecting(String applicationName, Duration silence) {
        return new ConnectionLimits(
                applicationName, silence, silence, silence.multipliedBy(GRACE), silence.multipliedBy(GRACE));
    }

    /** The server cancels a statement before the client takes the server for dead: its message names the reason. */
    private static ConnectionLimits of(String applicationName, Duration statement, Duration idleInTransaction) {
        return new ConnectionLimits(applicationName, CONNECT, statement.plus(CONNECT), statement, idleInTransaction);
    }
}
