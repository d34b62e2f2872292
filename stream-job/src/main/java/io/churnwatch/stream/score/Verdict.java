package io.churnwatch.stream.score;

import io.churnwatch.stream.feed.DeadLetter;

/** The decision on one event; each case has the state to keep. */
sealed interface Verdict {
    /** The event is scored, or erases the customer; the result goes to the sinks. */
    record Accepted(CustomerState state, UnexplainedResult result) implements Verdict {}

    /** The event goes to the dead letters. */
    record Refused(CustomerState state, DeadLetter letter) implements Verdict {}

    /** The event was seen before, and is only counted. */
    record Duplicate() implements Verdict {}
}
