package io.churnwatch.scoring.value;

/** An expression that cannot be parsed; the message names the place. */
public final class InvalidExpressionException extends IllegalArgumentException {
    InvalidExpressionException(String expression, int position, String problem) {
        super("'%s' does not read at character %d: %s".formatted(expression, position + 1, problem));
    }
}
