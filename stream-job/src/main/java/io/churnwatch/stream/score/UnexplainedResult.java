package io.churnwatch.stream.score;

import org.jspecify.annotations.Nullable;

/**
 * A result on its way from being scored to being explained.
 *
 * @param wanted null when there is nothing to explain
 */
public record UnexplainedResult(
        CustomerResult result, @Nullable ReasonsWanted wanted) {
    static UnexplainedResult complete(CustomerResult result) {
        return new UnexplainedResult(result, null);
    }
}
