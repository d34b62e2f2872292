package io.churnwatch.stream.score;

import io.churnwatch.feed.CustomerProfile;
import io.churnwatch.model.ModelPointer;
import org.jspecify.annotations.Nullable;

/**
 * Which reasons a result still lacks.
 *
 * @param model that scored, and that is to explain
 * @param ofScore why the score is what it is, for the score
 * @param ofAlert the same for the alert
 * @param before what the alert's move is explained from; null when there is nothing to explain
 */
public record ReasonsWanted(
        ModelPointer model,
        boolean ofScore,
        boolean ofAlert,
        @Nullable CustomerProfile before) {
    /** Returns the number of explanations that this takes. */
    int explanations() {
        return before == null ? 1 : 2;
    }
}
