package io.churnwatch.training;

import java.util.Locale;

/**
 * Whoever wants to know how far a training is. It is told between two steps, which is also where it can end the training, by a
 * {@link TrainingCancelledException}.
 */
@FunctionalInterface
public interface Progress {
    /**
     * A step is over.
     *
     * @param percent of the whole training, about
     * @param done what it did
     */
    void report(int percent, String done);

    /** A step is over, in words with arguments as {@link String#format} takes them. */
    default void report(int percent, String done, Object... arguments) {
        report(percent, String.format(Locale.ROOT, done, arguments));
    }
}
