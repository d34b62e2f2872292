package io.churnwatch.scoring.pmml;

import io.churnwatch.scoring.forest.ValueSet;
import java.util.List;

/** What decides whether a row goes to a node: true, false, or unknown for want of a value. */
interface Condition {
    /** An answer that needs no value, or has none. */
    enum Answer implements Condition {
        TRUE,
        FALSE,
        UNKNOWN;

        Answer not() {
            return this == UNKNOWN ? UNKNOWN : of(this == FALSE);
        }

        static Answer of(boolean yes) {
            return yes ? TRUE : FALSE;
        }
    }

    /** How several conditions make one. */
    enum Joint {
        AND,
        OR,
        XOR,
        SURROGATE;

        Answer apply(Answer one, Answer other) {
            return switch (this) {
                case AND ->
                    one == Answer.FALSE || other == Answer.FALSE
                            ? Answer.FALSE
                            : one == Answer.TRUE && other == Answer.TRUE ? Answer.TRUE : Answer.UNKNOWN;
                case OR -> AND.apply(one.not(), other.not()).not();
                case XOR -> one == Answer.UNKNOWN || other == Answer.UNKNOWN ? Answer.UNKNOWN : Answer.of(one != other);
                case SURROGATE -> one == Answer.UNKNOWN ? other : one;
            };
        }
    }

    /**
     * A question to one column.
     *
     * @param holds the values for which the answer is yes
     * @param missing the answer when there is no value
     */
    record Question(int column, ValueSet holds, Answer missing) implements Condition {}

    /** Several conditions, asked one after the other. */
    record Compound(Joint joint, List<Condition> conditions) implements Condition {}
}
