package io.churnwatch.cli.training;

import io.churnwatch.cli.database.CommandLineDatabase;
import io.churnwatch.cli.output.Table;
import io.churnwatch.local.CommandFailedException;
import io.churnwatch.local.stack.StackEnvironment;
import io.churnwatch.store.training.JobCause;
import io.churnwatch.store.training.QueuedJob;
import io.churnwatch.store.training.TrainingJob;
import io.churnwatch.store.training.TrainingJobs;
import io.churnwatch.store.training.TrainingParameters;
import java.util.Locale;
import org.jdbi.v3.core.HandleCallback;

/** The trainings in the database of a stack. */
record Trainings(StackEnvironment environment) {
    private static final int SHOWN_MAX = 20;
    private static final Table<TrainingJob> JOBS = new Table<TrainingJob>()
            .column("%6s ", "ID", TrainingJob::id)
            .column("%-10s", "STATE", TrainingJob::state)
            .column("%5s ", "DONE", job -> job.percent() + " %")
            .column("%-12s", "BY", TrainingJob::requestedBy)
            .column("%-20s ", "MODEL", TrainingJob::modelVersion)
            .column("%s", "STEP", job -> job.error() == null ? job.step() : job.error());

    QueuedJob queue(TrainingParameters parameters) {
        return inDatabase(
                handle -> TrainingJobs.queue(handle, parameters, JobCause.PERSON, CommandLineDatabase.person()));
    }

    /**
     * The job of that number.
     *
     * @throws CommandFailedException when there is none
     */
    TrainingJob find(long id) {
        return inDatabase(handle -> TrainingJobs.find(handle, id))
                .orElseThrow(() -> CommandFailedException.failed(
                        "There is no training " + id + "; './churnwatch train --list' shows them."));
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
            throw CommandFailedException.failed(
                    "The training " + id + " is over: " + job.state().name().toLowerCase(Locale.ROOT) + ".");
        }
    }

    /** The newest ones, with a heading. */
    String table() {
        return JOBS.of(inDatabase(handle -> TrainingJobs.newest(handle, Long.MAX_VALUE, SHOWN_MAX)));
    }

    private <T> T inDatabase(HandleCallback<T, RuntimeException> work) {
        return CommandLineDatabase.of(environment).inTransaction(work);
    }
}
