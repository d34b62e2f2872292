package io.churnwatch.training.run;

/** Ends a training between two steps, from the {@link TrainingProgress} that it reports to. Nothing has been published then. */
public final class TrainingCancelledException extends RuntimeException {
    public TrainingCancelledException(String message) {
        super(message);
    }
}
