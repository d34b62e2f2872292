package io.churnwatch.scoring.pmml.field;

import io.churnwatch.scoring.forest.Formula;
import io.churnwatch.scoring.forest.NoValue;
import io.churnwatch.scoring.pmml.document.UnsupportedPmmlException;
import java.util.BitSet;
import java.util.Optional;

/**
 * A PMML expression, compiled.
 *
 * @param type of its values
 * @param typeIsSure false where a value may be of a narrower type: that of one branch of an if
 * @param ordered false for a category, which may be compared for equality only
 * @param constant its value, when it has always the same; NaN for missing
 * @param inputs the input fields that it asks for
 * @param steps how many expressions are computed for a value: more than it has when a function asks for an argument several times
 */
record Expression(
        ValueType type,
        boolean typeIsSure,
        boolean ordered,
        Optional<Double> constant,
        BitSet inputs,
        long steps,
        Formula formula) {
    /** Ten functions that use their argument ten times each make ten thousand million steps. */
    private static final long STEPS_MAX = 100_000;

    Expression {
        if (steps > STEPS_MAX) {
            throw new IllegalArgumentException("an expression of more than " + STEPS_MAX + " steps");
        }
    }

    static Expression constant(ValueType type, double value) {
        return new Expression(type, true, true, Optional.of(value), new BitSet(), 1, row -> value);
    }

    static Expression of(Variable variable) {
        int column = variable.column();
        boolean ordered = !variable.categorical();
        return new Expression(
                variable.type(), true, ordered, Optional.empty(), variable.inputs(), 1, row -> computable(row[column]));
    }

    private static double computable(double value) {
        return Double.isNaN(value) && !NoValue.isMissing(value) ? NoValue.FAILED : value;
    }

    static Expression computed(ValueType type, Formula formula, Expression... arguments) {
        return new Expression(type, true, true, Optional.empty(), inputs(arguments), steps(arguments), formula);
    }

    /** The same, as a category. */
    Expression unordered() {
        return new Expression(type, typeIsSure, false, constant, inputs, steps, formula);
    }

    static long steps(Expression... arguments) {
        long steps = 1;
        for (Expression argument : arguments) {
            steps += argument.steps();
        }
        return steps;
    }

    static BitSet inputs(Expression... arguments) {
        BitSet inputs = new BitSet();
        for (Expression argument : arguments) {
            inputs.or(argument.inputs());
        }
        return inputs;
    }

    double of(double[] row) {
        return formula.of(row);
    }

    /** Its values as another type; a value that the type does not have fails. */
    Expression as(ValueType wanted, String place) throws UnsupportedPmmlException {
        if (wanted == type && typeIsSure) {
            return this;
        }
        if (wanted == ValueType.STRING || type == ValueType.STRING) {
            throw new UnsupportedPmmlException("Not supported: " + type + " as " + wanted + " in " + place);
        }
        return new Expression(
                wanted,
                true,
                ordered,
                constant.map(value -> cast(wanted, value)),
                inputs,
                steps + 1,
                row -> cast(wanted, formula.of(row)));
    }

    static double cast(ValueType type, double value) {
        if (Double.isNaN(value)) {
            return value;
        }
        return type == ValueType.DOUBLE ? value + 0.0 : castOrFail(type, value);
    }

    private static double castOrFail(ValueType type, double value) {
        try {
            return type.cast(value);
        } catch (NumberFormatException e) {
            return NoValue.FAILED;
        }
    }
}
