package io.churnwatch.scoring.pmml.field;

import io.churnwatch.scoring.forest.Formula;
import io.churnwatch.scoring.forest.NoValue;
import io.churnwatch.scoring.pmml.document.UnsupportedPmmlException;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoublePredicate;
import java.util.function.DoubleUnaryOperator;
import org.dmg.pmml.Apply;
import org.dmg.pmml.InvalidValueTreatmentMethod;

/**
 * Compiles the built-in functions. What jpmml answers with an exception is {@link NoValue#FAILED} here.
 *
 * @see <a href="https://dmg.org/pmml/v4-4-1/BuiltinFunctions.html">PMML 4.4, Built-in Functions</a>
 */
final class FunctionReader {
    private final String place;

    FunctionReader(String place) {
        this.place = place;
    }

    Expression apply(Apply apply, Expression[] arguments) throws UnsupportedPmmlException {
        Expression result = function(apply.requireFunction(), arguments);
        // A result that is no number is refused, or counts as missing.
        double undefined = apply.getInvalidValueTreatment() == InvalidValueTreatmentMethod.AS_MISSING
                ? NoValue.MISSING
                : NoValue.FAILED;
        Formula formula = result.formula();
        return new Expression(
                result.type(),
                result.typeIsSure(),
                result.ordered(),
                result.constant(),
                result.inputs(),
                result.steps(),
                row -> {
                    double value = formula.of(row);
                    return NoValue.isUndefined(value) ? undefined : value;
                });
    }

    private Expression function(String name, Expression[] arguments) throws UnsupportedPmmlException {
        return switch (name) {
            case "+" -> arithmetic(name, arguments, Math::addExact, (a, b) -> a + b);
            case "-" -> arithmetic(name, arguments, Math::subtractExact, (a, b) -> a - b);
            case "*" -> arithmetic(name, arguments, Math::multiplyExact, (a, b) -> a * b);
            case "/" -> arithmetic(name, arguments, (a, b) -> a / b, (a, b) -> a / b);
            case "min" -> aggregate(name, arguments, Math::min);
            case "max" -> aggregate(name, arguments, Math::max);
            case "sum" -> aggregate(name, arguments, Double::sum);
            case "product" -> aggregate(name, arguments, (a, b) -> a * b);
            case "ln" -> toDouble(name, arguments, Math::log);
            case "ln1p" -> toDouble(name, arguments, Math::log1p);
            case "log10" -> toDouble(name, arguments, Math::log10);
            case "exp" -> toDouble(name, arguments, Math::exp);
            case "expm1" -> toDouble(name, arguments, Math::expm1);
            case "sqrt" -> toDouble(name, arguments, Math::sqrt);
            case "abs" -> sameType(name, arguments, Math::abs);
            case "rint" -> sameType(name, arguments, Math::rint);
            case "floor" -> toInteger(name, arguments, Math::floor);
            case "ceil" -> toInteger(name, arguments, Math::ceil);
            case "round" -> toInteger(name, arguments, FunctionReader::round);
            case "pow" -> pow(arguments);
            case "equal" -> equality(name, arguments, true);
            case "notEqual" -> equality(name, arguments, false);
            case "lessThan" -> comparison(name, arguments, order -> order < 0);
            case "lessOrEqual" -> comparison(name, arguments, order -> order <= 0);
            case "greaterThan" -> comparison(name, arguments, order -> order > 0);
            case "greaterOrEqual" -> comparison(name, arguments, order -> order >= 0);
            case "and" -> logical(name, arguments, (a, b) -> a != 0 && b != 0 ? 1 : 0);
            case "or" -> logical(name, arguments, (a, b) -> a != 0 || b != 0 ? 1 : 0);
            case "not" -> not(arguments);
            case "if" -> choice(arguments);
            case "isMissing" -> missing(name, arguments, true);
            case "isNotMissing" -> missing(name, arguments, false);
            case "isIn" -> membership(name, arguments, true);
            case "isNotIn" -> membership(name, arguments, false);
            default -> throw unsupported("the function " + name);
        };
    }

    /** Two whole numbers make a whole number, or overflow; one that is missing makes the result missing. */
    private interface WholeOperator {
        int apply(int a, int b);
    }

    private Expression arithmetic(
            String name, Expression[] arguments, WholeOperator whole, DoubleBinaryOperator operator)
            throws UnsupportedPmmlException {
        check(name, arguments, 2, 2);
        Expression a = number(name, arguments[0]);
        Expression b = number(name, arguments[1]);
        ValueType type = commonType(name, a, b);
        DoubleBinaryOperator typed = type == ValueType.INTEGER ? (x, y) -> exact(whole, x, y) : operator;
        return Expression.computed(
                type,
                row -> {
                    double x = a.of(row);
                    double y = b.of(row);
                    if (Double.isNaN(x) || Double.isNaN(y)) {
                        return NoValue.isFailed(x) || NoValue.isFailed(y) ? NoValue.FAILED : NoValue.MISSING;
                    }
                    return result(type, typed.applyAsDouble(x, y));
                },
                a,
                b);
    }

    private static double exact(WholeOperator operator, double x, double y) {
        try {
            return operator.apply((int) x, (int) y);
        } catch (ArithmeticException e) {
            return Double.NaN;
        }
    }

    /** Missing arguments do not count; of none at all the result is missing. */
    private Expression aggregate(String name, Expression[] arguments, DoubleBinaryOperator operator)
            throws UnsupportedPmmlException {
        check(name, arguments, 1, Integer.MAX_VALUE);
        ValueType common = number(name, arguments[0]).type();
        for (Expression argument : arguments) {
            if (number(name, argument).type() != common || !argument.typeIsSure()) {
                throw unsupported(name + " of numbers of several types");
            }
        }
        ValueType type = common;
        return Expression.computed(
                type,
                row -> {
                    double result = NoValue.MISSING;
                    for (Expression argument : arguments) {
                        double value = argument.of(row);
                        if (NoValue.isFailed(value)) {
                            return value;
                        }
                        if (!Double.isNaN(value)) {
                            result = Double.isNaN(result) ? value : operator.applyAsDouble(result, value);
                        }
                    }
                    return Double.isNaN(result) ? result : result(type, result);
                },
                arguments);
    }

    private Expression toDouble(String name, Expression[] arguments, DoubleUnaryOperator operator)
            throws UnsupportedPmmlException {
        check(name, arguments, 1, 1);
        return unary(number(name, arguments[0]), ValueType.DOUBLE, operator);
    }

    private Expression toInteger(String name, Expression[] arguments, DoubleUnaryOperator operator)
            throws UnsupportedPmmlException {
        check(name, arguments, 1, 1);
        return unary(sure(name, arguments[0]), ValueType.INTEGER, operator);
    }

    private Expression sameType(String name, Expression[] arguments, DoubleUnaryOperator operator)
            throws UnsupportedPmmlException {
        check(name, arguments, 1, 1);
        return unary(sure(name, arguments[0]), arguments[0].type(), operator);
    }

    private static double round(double value) {
        return Math.round(value);
    }

    private Expression pow(Expression[] arguments) throws UnsupportedPmmlException {
        check("pow", arguments, 2, 2);
        Expression base = number("pow", arguments[0]);
        Expression exponent = number("pow", arguments[1]);
        ValueType type = commonType("pow", base, exponent);
        if (type == ValueType.INTEGER) {
            throw unsupported("pow of whole numbers");
        }
        return required(type, (x, y) -> result(type, Math.pow(x, y)), base, exponent);
    }

    /** What the second argument is compared as, the first decides. */
    private Expression equality(String name, Expression[] arguments, boolean equal) throws UnsupportedPmmlException {
        check(name, arguments, 2, 2);
        Expression first = sure(name, arguments[0]);
        Expression second = comparable(name, first, arguments[1]);
        return required(ValueType.BOOLEAN, (x, y) -> (x == y) == equal ? 1 : 0, first, second);
    }

    private Expression comparison(String name, Expression[] arguments, DoublePredicate order)
            throws UnsupportedPmmlException {
        check(name, arguments, 2, 2);
        Expression first = number(name, sure(name, arguments[0]));
        if (!first.ordered()) {
            throw unsupported(name + " of a category");
        }
        Expression second = comparable(name, first, arguments[1]);
        return required(ValueType.BOOLEAN, (x, y) -> order.test(Double.compare(x, y)) ? 1 : 0, first, second);
    }

    private Expression comparable(String name, Expression first, Expression second) throws UnsupportedPmmlException {
        boolean texts = first.type() == ValueType.STRING;
        // Two texts that the model does not name have one code, so one of the two must be named.
        if (texts && (second.type() != ValueType.STRING || (isOpen(first) && isOpen(second)))) {
            throw unsupported(name + " of a text and what is none, or of two fields");
        }
        return second.as(first.type(), place);
    }

    private static boolean isOpen(Expression text) {
        return text.constant().isEmpty();
    }

    private Expression logical(String name, Expression[] arguments, DoubleBinaryOperator operator)
            throws UnsupportedPmmlException {
        check(name, arguments, 2, Integer.MAX_VALUE);
        Expression result = arguments[0].as(ValueType.BOOLEAN, place);
        for (Expression argument : Arrays.asList(arguments).subList(1, arguments.length)) {
            result = required(ValueType.BOOLEAN, operator, result, argument.as(ValueType.BOOLEAN, place));
        }
        return result;
    }

    private Expression not(Expression[] arguments) throws UnsupportedPmmlException {
        check("not", arguments, 1, 1);
        return unary(arguments[0].as(ValueType.BOOLEAN, place), ValueType.BOOLEAN, value -> 1 - value);
    }

    private Expression choice(Expression[] arguments) throws UnsupportedPmmlException {
        check("if", arguments, 2, 3);
        Expression condition = arguments[0].as(ValueType.BOOLEAN, place);
        Expression yes = arguments[1];
        Expression no = arguments.length == 3 ? arguments[2] : Expression.constant(yes.type(), NoValue.MISSING);
        boolean same = yes.type() == no.type();
        if (!same && !(yes.type().isNumber() && no.type().isNumber())) {
            throw unsupported("an if between " + yes.type() + " and " + no.type());
        }
        boolean sure = same && yes.typeIsSure() && no.typeIsSure();
        Formula formula = row -> {
            double flag = condition.of(row);
            if (Double.isNaN(flag)) {
                return NoValue.FAILED;
            }
            return flag != 0 ? yes.of(row) : no.of(row);
        };
        ValueType type = yes.type().with(no.type());
        boolean ordered = yes.ordered() && no.ordered();
        return new Expression(
                type,
                sure,
                ordered,
                Optional.empty(),
                Expression.inputs(condition, yes, no),
                Expression.steps(condition, yes, no),
                formula);
    }

    private Expression missing(String name, Expression[] arguments, boolean wanted) throws UnsupportedPmmlException {
        check(name, arguments, 1, 1);
        Expression argument = arguments[0];
        return Expression.computed(
                ValueType.BOOLEAN,
                row -> {
                    double value = argument.of(row);
                    if (NoValue.isFailed(value)) {
                        return value;
                    }
                    return Double.isNaN(value) == wanted ? 1 : 0;
                },
                argument);
    }

    private Expression membership(String name, Expression[] arguments, boolean in) throws UnsupportedPmmlException {
        check(name, arguments, 2, Integer.MAX_VALUE);
        Expression value = sure(name, arguments[0]);
        double[] members = new double[arguments.length - 1];
        for (int i = 0; i < members.length; i++) {
            members[i] = comparable(name, value, arguments[i + 1])
                    .constant()
                    .orElseThrow(() -> unsupported(name + " of what is no constant"));
            if (NoValue.isFailed(members[i])) {
                throw unsupported(name + " of another type's values");
            }
        }
        return Expression.computed(
                ValueType.BOOLEAN,
                row -> {
                    double x = value.of(row);
                    if (NoValue.isFailed(x)) {
                        return x;
                    }
                    boolean found = false;
                    for (double member : members) {
                        found |= Double.compare(member, x) == 0; // a missing member is equal to a missing value
                    }
                    return found == in ? 1 : 0;
                },
                arguments);
    }

    /** A function of one value that must be there. */
    private static Expression unary(Expression argument, ValueType type, DoubleUnaryOperator operator) {
        return Expression.computed(
                type,
                row -> {
                    double value = argument.of(row);
                    return Double.isNaN(value) ? NoValue.FAILED : result(type, operator.applyAsDouble(value));
                },
                argument);
    }

    /** A function of two values that must be there. */
    private static Expression required(ValueType type, DoubleBinaryOperator operator, Expression a, Expression b) {
        return Expression.computed(
                type,
                row -> {
                    double x = a.of(row);
                    double y = b.of(row);
                    return Double.isNaN(x) || Double.isNaN(y) ? NoValue.FAILED : operator.applyAsDouble(x, y);
                },
                a,
                b);
    }

    private static double result(ValueType type, double value) {
        return Double.isNaN(value) ? NoValue.UNDEFINED : Expression.cast(type, value);
    }

    private Expression number(String name, Expression argument) throws UnsupportedPmmlException {
        if (!argument.type().isNumber()) {
            throw unsupported(name + " of " + argument.type());
        }
        return argument;
    }

    private Expression sure(String name, Expression argument) throws UnsupportedPmmlException {
        if (!argument.typeIsSure()) {
            throw unsupported(name + " of an if between numbers of two types");
        }
        return argument;
    }

    /** Whose type depends on the branch of an if may only be computed with a DOUBLE: then the result is one either way. */
    private ValueType commonType(String name, Expression a, Expression b) throws UnsupportedPmmlException {
        boolean sure = a.typeIsSure() && b.typeIsSure();
        boolean wide =
                (a.typeIsSure() && a.type() == ValueType.DOUBLE) || (b.typeIsSure() && b.type() == ValueType.DOUBLE);
        if (!sure && !wide) {
            throw unsupported(name + " of an if between numbers of two types");
        }
        return a.type().with(b.type());
    }

    private void check(String name, Expression[] arguments, int min, int max) throws UnsupportedPmmlException {
        if (arguments.length < min || arguments.length > max) {
            throw unsupported(name + " of " + arguments.length + " arguments");
        }
    }

    private UnsupportedPmmlException unsupported(String element) {
        return new UnsupportedPmmlException("Not supported: " + element + " in " + place);
    }
}
