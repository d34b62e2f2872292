package io.churnwatch.api.error;

import io.micronaut.http.HttpStatus;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A rejected request. Carries no stack trace: a rejection is not a bug. */
public final class ProblemException extends RuntimeException {
    private final HttpStatus status;
    private final String type;
    private final List<FieldError> errors;
    private final @Nullable Duration retryAfter;

    private ProblemException(
            HttpStatus status, String type, String detail, List<FieldError> errors, @Nullable Duration retryAfter) {
        super(detail, null, false, false);
        this.status = status;
        this.type = type;
        this.errors = List.copyOf(errors);
        this.retryAfter = retryAfter;
    }

    /** A rejection that its status and one sentence fully describe. */
    public static ProblemException of(HttpStatus status, String detail) {
        return new ProblemException(status, Problem.NO_TYPE, detail, List.of(), null);
    }

    /** A rejection that clients distinguish from others of the same status. */
    public static ProblemException ofType(String type, HttpStatus status, String detail) {
        return new ProblemException(status, type, detail, List.of(), null);
    }

    /** A rejection that lists all errors of a request. */
    public static ProblemException invalid(List<FieldError> errors) {
        String detail = errors.size() == 1 ? "One value is refused" : errors.size() + " values are refused";
        return new ProblemException(HttpStatus.BAD_REQUEST, Problem.NO_TYPE, detail, errors, null);
    }

    public static ProblemException invalid(String pointer, String detail) {
        return invalid(List.of(new FieldError(pointer, detail)));
    }

    public static ProblemException tooMany(String detail, Duration retryAfter) {
        return new ProblemException(HttpStatus.TOO_MANY_REQUESTS, Problem.NO_TYPE, detail, List.of(), retryAfter);
    }

    HttpStatus status() {
        return status;
    }

    Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    Problem problem(String instance) {
        @Nullable List<FieldError> listed = errors.isEmpty() ? null : errors;
        return new Problem(type, status.getReason(), status.getCode(), getMessage(), instance, listed);
    }
}
