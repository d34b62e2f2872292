package io.churnwatch.scoring.pmml;

import io.churnwatch.scoring.forest.FlatForest;
import io.churnwatch.scoring.forest.SplitTest;
import io.churnwatch.scoring.forest.ValueSet;
import io.churnwatch.scoring.pmml.document.UnsupportedPmmlException;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Makes nodes of conditions: a row goes on to one of three nodes by whether the condition is true, false or unknown for it. Such a
 * node is a position in the {@link ForestBuilder}; for an unknown condition it may be {@link FlatForest#NOWHERE} as well.
 */
final class Decisions {
    private final ForestBuilder forest;
    private final int inputs; // columns before the first derived one
    private final String place;
    private int deciding; // compounds and their parts that wait for each other

    Decisions(ForestBuilder forest, int inputs, String place) {
        this.forest = forest;
        this.inputs = inputs;
        this.place = place;
    }

    /** Decides after every derived field is computed that jpmml computes for it: one that fails leaves the row without a score. */
    int decideWhole(Condition condition, int yes, int no, int unknown) throws UnsupportedPmmlException {
        int next = decide(condition, yes, no, unknown);
        if (condition instanceof Condition.Compound compound) {
            for (int column : derived(compound).boxed().distinct().toList()) {
                next = ask(new Condition.Question(column, ValueSet.ALL, Condition.Answer.TRUE), next, next, next);
            }
        }
        return next;
    }

    /** The derived columns that a condition asks in any case; only surrogates are asked for want of the one before. */
    private IntStream derived(Condition condition) {
        if (condition instanceof Condition.Question question) {
            return IntStream.of(question.column()).filter(column -> column >= inputs);
        }
        if (condition instanceof Condition.Compound compound) {
            int asked = compound.joint() == Condition.Joint.SURROGATE
                    ? 1
                    : compound.conditions().size();
            return compound.conditions().stream().limit(asked).flatMapToInt(this::derived);
        }
        return IntStream.empty();
    }

    /** Goes to one of three nodes; a compound of several columns asks them in turn, and its targets are reached several ways. */
    private int decide(Condition condition, int yes, int no, int unknown) throws UnsupportedPmmlException {
        if (condition instanceof Condition.Answer answer) {
            return target(answer, yes, no, unknown);
        }
        if (condition instanceof Condition.Question question) {
            return ask(question, yes, no, target(question.missing(), yes, no, unknown));
        }
        Condition.Compound compound = (Condition.Compound) condition;
        return decide(compound.joint(), compound.conditions(), yes, no, unknown);
    }

    private int decide(Condition.Joint joint, List<Condition> conditions, int yes, int no, int unknown)
            throws UnsupportedPmmlException {
        if (!forest.countJointQuestion() || ++deciding > ForestBuilder.LEVELS_MAX) {
            throw unsupported("a CompoundPredicate of so many columns");
        }
        int decision = decideInTurn(joint, conditions, yes, no, unknown);
        deciding--;
        return decision;
    }

    private int decideInTurn(Condition.Joint joint, List<Condition> conditions, int yes, int no, int unknown)
            throws UnsupportedPmmlException {
        Condition first = conditions.get(0);
        if (conditions.size() == 1) {
            return decide(first, yes, no, unknown);
        }
        List<Condition> rest = conditions.subList(1, conditions.size());
        return switch (joint) {
            case AND ->
                decide(
                        first,
                        decide(joint, rest, yes, no, unknown),
                        no,
                        decide(joint, rest, unknown(unknown), no, unknown));
            case OR ->
                decide(
                        first,
                        yes,
                        decide(joint, rest, yes, no, unknown),
                        decide(joint, rest, yes, unknown(unknown), unknown));
            case XOR ->
                decide(first, decide(joint, rest, no, yes, unknown), decide(joint, rest, yes, no, unknown), unknown);
            case SURROGATE -> decide(first, yes, no, decide(joint, rest, yes, no, unknown));
        };
    }

    /** As a node that can be gone to by an answer. */
    private int unknown(int unknown) {
        return unknown == FlatForest.NOWHERE ? forest.noPrediction() : unknown;
    }

    private static int target(Condition.Answer answer, int yes, int no, int unknown) {
        return switch (answer) {
            case TRUE -> yes;
            case FALSE -> no;
            case UNKNOWN -> unknown;
        };
    }

    /** The lowest values go left: then whether a row goes right is a question of how far its value lies up. */
    int ask(Condition.Question question, int yes, int no, int elsewhere) throws UnsupportedPmmlException {
        boolean holdsLeft = question.holds().startsInside();
        ValueSet goesLeft = holdsLeft ? question.holds() : question.holds().complement();
        int left = holdsLeft ? yes : no;
        int right = holdsLeft ? no : yes;
        SplitTest.Missing missing = elsewhere == left
                ? SplitTest.Missing.LEFT
                : elsewhere == right ? SplitTest.Missing.RIGHT : SplitTest.Missing.ELSEWHERE;
        if (forest.levels(left, right, elsewhere) == ForestBuilder.LEVELS_MAX) {
            throw unsupported("a tree of more than " + ForestBuilder.LEVELS_MAX + " levels");
        }
        return forest.question(new SplitTest(question.column(), goesLeft, missing), left, right, elsewhere);
    }

    private UnsupportedPmmlException unsupported(String element) {
        return new UnsupportedPmmlException("Not supported: " + element + " in " + place);
    }
}
