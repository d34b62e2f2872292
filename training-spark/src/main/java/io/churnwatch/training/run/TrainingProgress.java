package io.churnwatch.training.run;

import java.util.Locale;

/**
 * Receives the progress of a training between its steps. Throws a {@link TrainingCancelledException} to end the training
 * there.
 */
@FunctionalInterface
public interface TrainingProgress {
    /**
     * Reports that a step is over.
     *
     * @param percent of the whole training, about
     * @param done what it did
     */
    void report(int percent, String done);

    /** Reports that a step is over, with a format and arguments as {@link String#format} takes them. */
    default void report(int percent, String done, Object... arguments) {
        report(percent, String.format(Locale.ROOT, done, arguments));
    }
}
