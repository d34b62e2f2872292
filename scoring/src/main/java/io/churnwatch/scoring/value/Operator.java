package io.churnwatch.scoring.value;

import java.util.function.DoubleBinaryOperator;

/** Makes one number of two: operators with a sign go between them, the others are written as functions. */
enum Operator {
    PLUS((left, right) -> left + right),
    MINUS((left, right) -> left - right),
    TIMES((left, right) -> left * right),
    DIVIDED_BY((left, right) -> left / right),
    MIN(Math::min),
    MAX(Math::max),
    /** The first that is known. */
    COALESCE((left, right) -> Double.isNaN(left) ? right : left);

    private final DoubleBinaryOperator operation;

    Operator(DoubleBinaryOperator operation) {
        this.operation = operation;
    }

    double apply(double left, double right) {
        return operation.applyAsDouble(left, right);
    }
}
