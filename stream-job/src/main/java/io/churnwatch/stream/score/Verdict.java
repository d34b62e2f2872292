package io.churnwatch.stream.score;

import io.churnwatch.stream.feed.DeadLetter;

/** What becomes of one event; each case names the state to keep. */
sealed interface Verdict {
    /** Scored, or erased: goes to the sinks. */
    record Accepted(CustomerState state, UnexplainedResult result) implements Verdict {}

    /** Goes to the dead letters. */
    record Refused(CustomerState state, DeadLetter letter) implements Verdict {}

    /** An event that was seen before: nothing to do but count it. */
    record Duplicate() implements Verdict {}
}
