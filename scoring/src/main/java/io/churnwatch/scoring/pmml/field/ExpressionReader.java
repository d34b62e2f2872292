package io.churnwatch.scoring.pmml.field;

import io.churnwatch.scoring.forest.NoValue;
import io.churnwatch.scoring.pmml.document.UnsupportedPmmlException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dmg.pmml.Apply;
import org.dmg.pmml.Constant;
import org.dmg.pmml.DefineFunction;
import org.dmg.pmml.DerivedField;
import org.dmg.pmml.Discretize;
import org.dmg.pmml.FieldRef;
import org.dmg.pmml.MapValues;
import org.dmg.pmml.NormContinuous;
import org.dmg.pmml.NormDiscrete;
import org.dmg.pmml.ParameterField;
import org.jspecify.annotations.Nullable;

/**
 * Compiles PMML expressions, with the types and the missing values of jpmml.
 *
 * @see <a href="https://dmg.org/pmml/v4-4-1/Transformations.html">PMML 4.4, Transformations</a>
 */
final class ExpressionReader {
    private final Scope scope;
    private final Symbols symbols;
    private final String place;

    private final Map<String, Expression> parameters; // of the function that is being read
    private final Set<String> calls; // the functions that it is called from, and itself

    ExpressionReader(Scope scope, Symbols symbols, String place) {
        this(scope, symbols, place, Map.of(), Set.of());
    }

    private ExpressionReader(
            Scope scope, Symbols symbols, String place, Map<String, Expression> parameters, Set<String> calls) {
        this.scope = scope;
        this.symbols = symbols;
        this.place = place;
        this.parameters = parameters;
        this.calls = calls;
    }

    /** What a derived field is computed by, of its type. */
    Expression derived(DerivedField field) throws UnsupportedPmmlException {
        ValueType type = ValueType.of(field.requireDataType(), place);
        org.dmg.pmml.Expression expression = field.requireExpression();
        return root(expression, type).as(type, place);
    }

    /** An expression whose texts become values of a type. */
    private Expression root(org.dmg.pmml.Expression expression, ValueType type) throws UnsupportedPmmlException {
        scope.columns().enterExpression(place);
        Expression read = readRoot(expression, type);
        scope.columns().leaveExpression();
        return read;
    }

    private Expression readRoot(org.dmg.pmml.Expression expression, ValueType type) throws UnsupportedPmmlException {
        if (expression instanceof Apply apply) {
            return rootApply(apply, type);
        }
        if (expression instanceof Discretize discretize) {
            return discretize(discretize, type);
        }
        if (expression instanceof MapValues mapping) {
            return mapping(mapping, type);
        }
        return read(expression);
    }

    private Expression read(org.dmg.pmml.Expression expression) throws UnsupportedPmmlException {
        if (expression instanceof Constant constant) {
            return constant(constant);
        }
        if (expression instanceof FieldRef reference) {
            return reference(reference);
        }
        if (expression instanceof Apply apply) {
            if (apply.getMapMissingTo() != null || apply.getDefaultValue() != null) {
                throw unsupported("mapMissingTo or defaultValue of an Apply inside another");
            }
            return apply(apply, arguments(apply));
        }
        if (expression instanceof NormContinuous norm) {
            return normContinuous(norm);
        }
        if (expression instanceof NormDiscrete indicator) {
            return indicator(indicator).unordered();
        }
        if (expression instanceof Discretize discretize) {
            return discretize(discretize, ValueType.STRING);
        }
        if (expression instanceof MapValues mapping) {
            return mapping(mapping, ValueType.STRING);
        }
        throw unsupported(expression.getClass().getSimpleName());
    }

    /** Its replacements are texts that become values of the derived field's type. */
    private Expression rootApply(Apply apply, ValueType type) throws UnsupportedPmmlException {
        Expression[] arguments = arguments(apply);
        Expression result = apply(apply, arguments);
        Optional<Double> forMissing = replacement(apply.getMapMissingTo(), type);
        Optional<Double> otherwise = replacement(apply.getDefaultValue(), type);
        if (forMissing.isEmpty() && otherwise.isEmpty()) {
            return result;
        }
        if (forMissing.isPresent() && apply.requireFunction().equals("if")) {
            throw unsupported("mapMissingTo of an if");
        }
        Expression value = result.as(type, place);
        double missing = forMissing.orElse(NoValue.MISSING);
        double other = otherwise.orElse(NoValue.MISSING);
        boolean replaces = forMissing.isPresent();
        long steps = 2 * result.steps(); // the arguments are asked a second time
        return new Expression(type, true, result.ordered(), Optional.empty(), result.inputs(), steps, row -> {
            for (Expression argument : arguments) {
                if (replaces && NoValue.isMissing(argument.of(row))) {
                    return missing;
                }
            }
            double computed = value.of(row);
            return NoValue.isMissing(computed) ? other : computed;
        });
    }

    private Expression[] arguments(Apply apply) throws UnsupportedPmmlException {
        List<org.dmg.pmml.Expression> expressions = apply.getExpressions();
        Expression[] arguments = new Expression[expressions.size()];
        scope.columns().enterExpression(place);
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = read(expressions.get(i));
        }
        scope.columns().leaveExpression();
        return arguments;
    }

    private Expression constant(Constant constant) throws UnsupportedPmmlException {
        String text = constant.getValue() == null ? "" : constant.getValue().toString();
        ValueType type = constant.getDataType() == null ? inferred(text) : ValueType.of(constant.getDataType(), place);
        boolean missing = constant.isMissing() || (text.isEmpty() && type != ValueType.STRING);
        return Expression.constant(type, missing ? NoValue.MISSING : value(text, type));
    }

    private static ValueType inferred(String text) {
        try {
            if (text.indexOf('.') >= 0) {
                Double.parseDouble(text);
                return ValueType.DOUBLE;
            }
            Long.parseLong(text);
            return ValueType.INTEGER;
        } catch (NumberFormatException e) {
            return List.of("NAN", "INF", "-INF").contains(text.toUpperCase(java.util.Locale.ROOT))
                    ? ValueType.DOUBLE
                    : ValueType.STRING;
        }
    }

    private Expression reference(FieldRef reference) throws UnsupportedPmmlException {
        Expression parameter = parameters.get(reference.requireField());
        Expression value = parameter == null ? Expression.of(variable(reference.requireField())) : parameter;
        Object replacement = reference.getMapMissingTo();
        if (replacement == null) {
            return value;
        }
        if (value.type() != ValueType.STRING) {
            throw unsupported("mapMissingTo of a FieldRef to a number");
        }
        double text = symbols.name(replacement.toString());
        return Expression.computed(
                ValueType.STRING,
                row -> {
                    double known = value.of(row);
                    return NoValue.isMissing(known) ? text : known;
                },
                value);
    }

    private Expression normContinuous(NormContinuous norm) throws UnsupportedPmmlException {
        Variable variable = variable(norm.requireField());
        if (variable.type() == ValueType.STRING) {
            throw unsupported("NormContinuous of the text " + variable.name());
        }
        PiecewiseLinear line = PiecewiseLinear.of(norm, place);
        double missing = norm.getMapMissingTo() == null
                ? NoValue.MISSING
                : norm.getMapMissingTo().doubleValue();
        Expression value = Expression.of(variable);
        return Expression.computed(
                ValueType.DOUBLE,
                row -> {
                    double x = value.of(row);
                    return Double.isNaN(x) ? (NoValue.isMissing(x) ? missing : x) : line.at(x) + 0.0;
                },
                value);
    }

    private Expression indicator(NormDiscrete indicator) throws UnsupportedPmmlException {
        Variable variable = variable(indicator.requireField());
        double wanted = value(indicator.requireValue().toString(), variable.type());
        double missing = indicator.getMapMissingTo() == null
                ? NoValue.MISSING
                : indicator.getMapMissingTo().doubleValue();
        Expression value = Expression.of(variable);
        return Expression.computed(
                ValueType.DOUBLE,
                row -> {
                    double x = value.of(row);
                    if (Double.isNaN(x)) {
                        return NoValue.isMissing(x) ? missing : x;
                    }
                    return x == wanted ? 1 : 0;
                },
                value);
    }

    private Expression discretize(Discretize discretize, ValueType textType) throws UnsupportedPmmlException {
        return new TableReader(symbols, textType, place)
                .discretize(discretize, variable(discretize.requireField()))
                .unordered();
    }

    private Expression mapping(MapValues mapping, ValueType textType) throws UnsupportedPmmlException {
        if (mapping.getFieldColumnPairs().size() != 1) {
            throw unsupported("MapValues of several fields");
        }
        Variable variable = variable(mapping.getFieldColumnPairs().get(0).requireField());
        return new TableReader(symbols, textType, place)
                .mapValues(mapping, variable)
                .unordered();
    }

    private Expression apply(Apply apply, Expression[] arguments) throws UnsupportedPmmlException {
        DefineFunction defined = scope.columns().function(apply.requireFunction());
        return defined == null ? new FunctionReader(place).apply(apply, arguments) : call(defined, arguments);
    }

    /** A function of the document: its body, with the arguments in place of the parameters. */
    private Expression call(DefineFunction function, Expression[] arguments) throws UnsupportedPmmlException {
        List<ParameterField> names = function.getParameterFields();
        if (names.size() != arguments.length || calls.contains(function.requireName())) {
            throw unsupported("the function " + function.requireName() + " with " + arguments.length
                    + " arguments, or inside itself,");
        }
        Map<String, Expression> bound = new HashMap<>();
        for (int i = 0; i < arguments.length; i++) {
            ParameterField parameter = names.get(i);
            Expression argument = arguments[i];
            bound.put(
                    parameter.requireName(),
                    parameter.getDataType() == null
                            ? argument
                            : argument.as(ValueType.of(parameter.getDataType(), place), place));
        }
        Set<String> inside = new HashSet<>(calls);
        inside.add(function.requireName());
        ValueType type = ValueType.of(function.requireDataType(), place);
        ExpressionReader body = new ExpressionReader(scope, symbols, place, bound, inside);
        return body.root(function.requireExpression(), type).as(type, place);
    }

    private Variable variable(String name) throws UnsupportedPmmlException {
        if (!calls.isEmpty()) {
            throw unsupported("a field, " + name + ", in the body of a function");
        }
        return scope.variable(name, place);
    }

    private Optional<Double> replacement(@Nullable Object text, ValueType type) throws UnsupportedPmmlException {
        return text == null ? Optional.empty() : Optional.of(value(text.toString(), type));
    }

    private double value(String text, ValueType type) throws UnsupportedPmmlException {
        return Values.parse(text, type, symbols, place);
    }

    private UnsupportedPmmlException unsupported(String element) {
        return new UnsupportedPmmlException("Not supported: " + element + " in " + place);
    }
}
