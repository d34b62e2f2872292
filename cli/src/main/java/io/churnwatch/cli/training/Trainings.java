package io.churnwatch.cli.training;

import io.churnwatch.local.CommandFailedException;
import io.churnwatch.local.ExitCode;
import io.churnwatch.local.stack.DatabaseException;
import io.churnwatch.local.stack.StackEnvironment;
import io.churnwatch.store.training.Filing;
import io.churnwatch.store.training.JobCause;
import io.churnwatch.store.training.TrainingJob;
import io.churnwatch.store.training.TrainingJobs;
import io.churnwatch.store.training.TrainingParameters;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;

/** The trainings in the database of a stack. */
record Trainings(StackEnvironment environment) {
    private static final int SHOWN_MAX = 20;
    private static final String LINE = "%6s  %-10s %5s  %-12s %-20s  %s";

    Filing file(TrainingParameters parameters) {
        return inDatabase(connection -> TrainingJobs.file(connection, parameters, JobCause.PERSON, person()));
    }

    /**
     * The job of that number.
     *
     * @throws CommandFailedException when there is none
     */
    TrainingJob find(long id) {
        return inDatabase(connection -> TrainingJobs.find(connection, id))
                .orElseThrow(() -> new CommandFailedException(
                        ExitCode.FAILED, "There is no training " + id + "; './churnwatch train --list' shows them."));
    }

    String log(long id) {
        return inDatabase(connection -> TrainingJobs.log(connection, id));
    }

    /**
     * Cancels it, at once or at its next step.
     *
     * @throws CommandFailedException when it is over already
     */
    void cancel(long id) {
        TrainingJob job = find(id);
        if (!inDatabase(connection -> TrainingJobs.cancel(connection, id, person()))) {
            throw new CommandFailedException(
                    ExitCode.FAILED, "The training " + id + " is over: " + lowerCase(job.state()) + ".");
        }
    }

    /** The newest ones, with a heading. */
    String table() {
        List<TrainingJob> jobs = inDatabase(connection -> TrainingJobs.newest(connection, Long.MAX_VALUE, SHOWN_MAX));
        StringBuilder table =
                new StringBuilder(String.format(Locale.ROOT, LINE, "ID", "STATE", "DONE", "BY", "MODEL", "STEP"));
        jobs.forEach(job -> table.append(System.lineSeparator()).append(line(job)));
        return table.toString();
    }

    static String lowerCase(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static String line(TrainingJob job) {
        String model = job.modelVersion();
        return String.format(
                Locale.ROOT,
                LINE,
                job.id(),
                job.state(),
                job.percent() + " %",
                job.requestedBy(),
                model == null ? "-" : model,
                job.error() == null ? job.step() : job.error());
    }

    /** Who sits at this terminal. */
    private static String person() {
        return System.getProperty("user.name", "unknown");
    }

    private interface Work<T> {
        T run(Connection connection) throws SQLException;
    }

    private <T> T inDatabase(Work<T> work) {
        try (Connection connection = environment.connect()) {
            return work.run(connection);
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
    }
}
