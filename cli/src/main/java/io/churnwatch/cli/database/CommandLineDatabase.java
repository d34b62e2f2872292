package io.churnwatch.cli.database;

import io.churnwatch.local.stack.StackEnvironment;
import io.churnwatch.store.ConnectionLimits;
import io.churnwatch.store.Database;

/** The database of a stack, for a person at a terminal. */
public final class CommandLineDatabase {

    public static Database of(StackEnvironment environment) {
        return Database.of(environment.variables(), ConnectionLimits.COMMAND_LINE);
    }

    /** The name of the person at this terminal. */
    public static String person() {
        return System.getProperty("user.name", "unknown");
    }

    private CommandLineDatabase() {}
}
