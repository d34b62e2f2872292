package io.churnwatch.training.support;

/** A training that cannot go on, with the cause and what to do about it, for the person who started it. */
public final class TrainingFailedException extends RuntimeException {
    public TrainingFailedException(String message) {
        super(message);
    }

    public TrainingFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
