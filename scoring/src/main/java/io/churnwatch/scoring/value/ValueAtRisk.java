package io.churnwatch.scoring.value;

import io.churnwatch.feed.CustomerProfile;
import io.churnwatch.settings.SettingType;
import io.churnwatch.settings.Settings;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * The money that a customer's churn puts at risk: an expression of the probability and the profile's fields, read once and
 * then computed without allocation. Thread-safe.
 */
public final class ValueAtRisk implements Serializable {
    public static final ValueAtRisk DEFAULT = of("probability * balance");

    /** No bank's customer has more; a number beyond it comes of a slip, and a sum over customers must not overflow. */
    private static final double AMOUNT_MAX = 1e13;

    private final String expression;
    private final Term term;

    private ValueAtRisk(String expression, Term term) {
        this.expression = expression;
        this.term = term;
    }

    /**
     * Reads an expression: numbers, {@code probability}, columns and attributes of the profile by their names, {@code + - * /},
     * parentheses, and {@code min}, {@code max} and {@code coalesce} of two or more.
     *
     * @throws InvalidExpressionException naming the place that does not read
     */
    public static ValueAtRisk of(String expression) {
        return new ValueAtRisk(expression, new ExpressionParser(expression).parse());
    }

    /** The expression that the environment gives to the job, and to the replay that checks it. */
    public static ValueAtRisk of(Settings settings) {
        return settings.orElse(
                "CHURNWATCH_VALUE_AT_RISK",
                DEFAULT.expression,
                SettingType.explained("an [expression](operations.md#value-at-risk)", ValueAtRisk::of),
                "the money that a customer's churn puts at risk");
    }

    /** Null where it is unknown: a field is unknown, a divisor is 0, or the result is no amount of money. */
    public @Nullable Double of(double probability, CustomerProfile profile) {
        double value = term.of(probability, profile);
        return Math.abs(value) <= AMOUNT_MAX ? value : null; // false for NaN
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ValueAtRisk that && expression.equals(that.expression);
    }

    @Override
    public int hashCode() {
        return expression.hashCode();
    }

    @Override
    public String toString() {
        return expression;
    }
}
