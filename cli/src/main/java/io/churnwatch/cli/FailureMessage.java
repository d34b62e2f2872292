package io.churnwatch.cli;

import io.churnwatch.local.feed.KafkaTopics;
import io.churnwatch.local.service.ServiceFailedException;
import io.churnwatch.settings.InvalidSettingsException;
import io.churnwatch.store.DatabaseErrors;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.common.errors.RetriableException;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/** Explains failures to the person at the terminal. */
final class FailureMessage {
    /** Returns a sentence for a failure of the machine or of a service; empty for a bug, whose stack trace is worth more. */
    static Optional<String> of(Exception failure) {
        if (failure instanceof ServiceFailedException || failure instanceof InvalidSettingsException) {
            return Optional.of(String.valueOf(failure.getMessage()));
        }
        if (failure instanceof JdbiException database) {
            return Optional.of("The database reports: " + DatabaseErrors.message(database));
        }
        if (failure instanceof UncheckedIOException unchecked) {
            return Optional.of(ofUnchecked(unchecked));
        }
        if (failure instanceof IOException io) {
            return Optional.of(ofInputOutput(io));
        }
        return failure instanceof RetriableException
                ? Optional.of("Kafka does not answer: " + failure.getMessage() + " " + KafkaTopics.ADVICE)
                : Optional.empty();
    }

    /** Without a message of its own it has only that of its cause, after the name of a class. */
    private static String ofUnchecked(UncheckedIOException failure) {
        @Nullable IOException cause = failure.getCause();
        String message = String.valueOf(failure.getMessage());
        return cause != null && message.equals(cause.toString()) ? ofInputOutput(cause) : message;
    }

    private static String ofInputOutput(IOException failure) {
        if (failure instanceof NoSuchFileException missing) {
            return "There is no file or folder " + missing.getFile() + ".";
        }
        if (failure instanceof AccessDeniedException denied) {
            return "This user may not read or write " + denied.getFile() + "; change its permissions or its owner.";
        }
        if (failure instanceof FileSystemException file) {
            return file.getFile() + ": "
                    + Objects.requireNonNullElse(
                            file.getReason(), file.getClass().getSimpleName()) + ".";
        }
        return Objects.requireNonNullElse(
                        failure.getMessage(), failure.getClass().getSimpleName()) + ".";
    }

    private FailureMessage() {}
}
