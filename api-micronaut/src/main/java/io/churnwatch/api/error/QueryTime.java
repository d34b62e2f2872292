package io.churnwatch.api.error;

import java.time.Instant;
import java.time.format.DateTimeParseException;

/** Reads a time from the query of a request. */
public final class QueryTime {
    /** The detail of an error for a text that is not a time. */
    public static final String NOT_A_TIME = "must be a time such as 2026-03-03T14:00:00Z";

    /**
     * Reads an ISO-8601 time in UTC.
     *
     * @param pointer the parameter, such as {@code /at}
     * @throws ProblemException when it is not such a time
     */
    public static Instant of(String pointer, String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw ProblemException.invalid(pointer, NOT_A_TIME);
        }
    }

    private QueryTime() {}
}
