package io.churnwatch.scoring.pmml;

import io.churnwatch.scoring.forest.ValueSet;
import io.churnwatch.scoring.pmml.document.UnsupportedPmmlException;
import io.churnwatch.scoring.pmml.field.Scope;
import io.churnwatch.scoring.pmml.field.Values;
import io.churnwatch.scoring.pmml.field.Variable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.dmg.pmml.Array;
import org.dmg.pmml.CompoundPredicate;
import org.dmg.pmml.False;
import org.dmg.pmml.Predicate;
import org.dmg.pmml.SimplePredicate;
import org.dmg.pmml.SimpleSetPredicate;
import org.dmg.pmml.True;
import org.jpmml.model.ArrayUtil;

/**
 * Compiles predicates. Those that ask the same column several times become one question.
 *
 * @see <a href="https://dmg.org/pmml/v4-4-1/TreeModel.html#xsdGroup_PREDICATE">PMML 4.4, Predicates</a>
 */
final class PredicateReader {
    private final Scope scope;
    private final String place;

    PredicateReader(Scope scope, String place) {
        this.scope = scope;
        this.place = place;
    }

    Condition read(Predicate predicate) throws UnsupportedPmmlException {
        if (predicate instanceof True) {
            return Condition.Answer.TRUE;
        }
        if (predicate instanceof False) {
            return Condition.Answer.FALSE;
        }
        if (predicate instanceof SimplePredicate simple) {
            return simple(simple);
        }
        if (predicate instanceof SimpleSetPredicate set) {
            return set(set);
        }
        if (predicate instanceof CompoundPredicate compound) {
            return compound(compound);
        }
        throw unsupported(predicate.getClass().getSimpleName());
    }

    private Condition simple(SimplePredicate predicate) throws UnsupportedPmmlException {
        Variable variable = scope.variable(predicate.requireField(), place);
        SimplePredicate.Operator operator = predicate.requireOperator();
        return switch (operator) {
            case IS_MISSING -> new Condition.Question(variable.column(), ValueSet.NONE, Condition.Answer.TRUE);
            case IS_NOT_MISSING -> new Condition.Question(variable.column(), ValueSet.ALL, Condition.Answer.FALSE);
            default -> {
                double value = value(predicate.requireValue(), variable);
                yield question(variable, values(operator, value, variable));
            }
        };
    }

    private ValueSet values(SimplePredicate.Operator operator, double value, Variable variable)
            throws UnsupportedPmmlException {
        boolean order = operator != SimplePredicate.Operator.EQUAL && operator != SimplePredicate.Operator.NOT_EQUAL;
        boolean ordered = variable.type().isNumber() && !variable.categorical();
        if (order ? !ordered : Double.isInfinite(value)) {
            throw unsupported("SimplePredicate " + operator.value() + " of " + variable.name());
        }
        return switch (operator) {
            case EQUAL -> ValueSet.of(value);
            case NOT_EQUAL -> ValueSet.of(value).complement();
            case LESS_OR_EQUAL -> ValueSet.upTo(value);
            case LESS_THAN -> ValueSet.below(value);
            case GREATER_THAN -> ValueSet.upTo(value).complement();
            case GREATER_OR_EQUAL -> ValueSet.below(value).complement();
            case IS_MISSING, IS_NOT_MISSING -> throw new IllegalArgumentException(operator.value());
        };
    }

    private Condition set(SimpleSetPredicate predicate) throws UnsupportedPmmlException {
        Variable variable = scope.variable(predicate.requireField(), place);
        List<ValueSet> members = new ArrayList<>();
        for (Object text : members(predicate.requireArray())) {
            double member = value(text, variable);
            if (Double.isInfinite(member)) {
                throw unsupported("SimpleSetPredicate with an infinite number");
            }
            members.add(ValueSet.of(member));
        }
        boolean in = predicate.requireBooleanOperator() == SimpleSetPredicate.BooleanOperator.IS_IN;
        ValueSet any = ValueSet.anyOf(members);
        return question(variable, in ? any : any.complement());
    }

    private Condition compound(CompoundPredicate predicate) throws UnsupportedPmmlException {
        Condition.Joint joint = switch (predicate.requireBooleanOperator()) {
            case AND -> Condition.Joint.AND;
            case OR -> Condition.Joint.OR;
            case XOR -> Condition.Joint.XOR;
            case SURROGATE -> Condition.Joint.SURROGATE;
        };
        List<Condition> conditions = new ArrayList<>();
        for (Predicate part : predicate.requirePredicates()) {
            Condition next = read(part);
            int last = conditions.size() - 1;
            Condition merged = last < 0 ? null : merged(joint, conditions.get(last), next);
            if (merged == null) {
                conditions.add(next);
            } else {
                conditions.set(last, merged);
            }
        }
        if (predicate.requirePredicates().size() < 2) {
            throw unsupported("CompoundPredicate of fewer than two");
        }
        return conditions.size() == 1 ? conditions.get(0) : new Condition.Compound(joint, conditions);
    }

    /** One question for two that ask the same column, null when they do not. */
    private static Condition.@org.jspecify.annotations.Nullable Question merged(
            Condition.Joint joint, Condition one, Condition other) {
        if (!(one instanceof Condition.Question a)
                || !(other instanceof Condition.Question b)
                || a.column() != b.column()) {
            return null;
        }
        Condition.Answer missing = joint.apply(a.missing(), b.missing());
        ValueSet holds = a.holds()
                .combine(
                        b.holds(),
                        (x, y) -> joint.apply(Condition.Answer.of(x), Condition.Answer.of(y)) == Condition.Answer.TRUE);
        return new Condition.Question(a.column(), holds, missing);
    }

    private static Condition question(Variable variable, ValueSet holds) {
        return new Condition.Question(variable.column(), holds, Condition.Answer.UNKNOWN);
    }

    private double value(Object text, Variable variable) throws UnsupportedPmmlException {
        return Values.parse(text.toString(), variable.type(), scope.columns().symbols(), place);
    }

    private static Collection<?> members(Array array) {
        return array.getValue() instanceof Collection<?> values
                ? values
                : ArrayUtil.parse(array.requireType(), String.valueOf(array.getValue()));
    }

    private UnsupportedPmmlException unsupported(String element) {
        return new UnsupportedPmmlException("Not supported: " + element + " in " + place);
    }
}
