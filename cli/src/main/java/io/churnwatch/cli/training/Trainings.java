package io.churnwatch.cli.training;

import io.churnwatch.cli.database.CommandLineDatabase;
import io.churnwatch.local.CommandFailedException;
import io.churnwatch.local.ExitCode;
import io.churnwatch.local.stack.StackEnvironment;
import io.churnwatch.store.training.Filing;
import io.churnwatch.store.training.JobCause;
import io.churnwatch.store.training.TrainingJob;
import io.churnwatch.store.training.TrainingJobs;
import io.churnwatch.store.training.TrainingParameters;
import java.util.List;
import java.util.Locale;
import org.jdbi.v3.core.HandleCallback;

/** The trainings in the database of a stack. */
record Trainings(StackEnvironment environment) {
    private static final int SHOWN_MAX = 20;
    private static final String LINE = "%6s  %-10s %5s  %-12s %-20s  %s";

    Filing file(TrainingParameters parameters) {
        return inDatabase(
                handle -> TrainingJobs.file(handle, parameters, JobCause.PERSON, CommandLineDatabase.person()));
    }

    /**
     * The job of that number.
     *
     * @throws CommandFailedException when there is none
     */
    TrainingJob find(long id) {
        return inDatabase(handle -> TrainingJobs.find(handle, id))
                .orElseThrow(() -> new CommandFailedException(
                        ExitCode.FAILED, "There is no training " + id + "; './churnwatch train --list' shows them."));
    }

    String log(long id) {
        return inDatabase(handle -> TrainingJobs.log(handle, id));
    }

    /**
     * Cancels it, at once or at its next step.
     *
     * @throws CommandFailedException when it is over already
     */
    void cancel(long id) {
        TrainingJob job = find(id);
        if (!inDatabase(handle -> TrainingJobs.cancel(handle, id, CommandLineDatabase.person()))) {
            throw new CommandFailedException(
                    ExitCode.FAILED, "The training " + id + " is over: " + lowerCase(job.state()) + ".");
        }
    }

    /** The newest ones, with a heading. */
    String table() {
        List<TrainingJob> jobs = inDatabase(handle -> TrainingJobs.newest(handle, Long.MAX_VALUE, SHOWN_MAX));
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

    private <T> T inDatabase(HandleCallback<T, RuntimeException> work) {
        return CommandLineDatabase.of(environment).inTransaction(work);
    }
}
