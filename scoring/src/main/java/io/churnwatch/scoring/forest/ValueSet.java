package io.churnwatch.scoring.forest;

import java.util.Arrays;
import java.util.List;

/**
 * A set of numbers as intervals that are open below and closed above: {@code (−∞, bounds[0]]}, {@code (bounds[0], bounds[1]]} and so
 * on, in and out by turns. Immutable.
 *
 * @param startsInside whether the numbers up to the first bound are in the set
 */
public record ValueSet(boolean startsInside, double[] bounds) {
    public static final ValueSet ALL = new ValueSet(true, new double[0]);
    public static final ValueSet NONE = new ValueSet(false, new double[0]);

    /** Combines two memberships. */
    public interface Operator {
        boolean apply(boolean one, boolean other);
    }

    /** The numbers up to and including a limit. */
    public static ValueSet upTo(double limit) {
        return new ValueSet(true, new double[] {limit + 0.0}); // no −0 among the bounds either
    }

    /** The numbers below a limit. There is no −0. */
    public static ValueSet below(double limit) {
        return limit == Double.NEGATIVE_INFINITY ? NONE : upTo(Math.nextDown(limit));
    }

    /** A single number. */
    public static ValueSet of(double value) {
        return upTo(value).combine(below(value), (in, under) -> in && !under);
    }

    /** Whether this is a decision tree's plain test: the numbers up to one bound. */
    boolean isThreshold() {
        return startsInside && bounds.length == 1;
    }

    public boolean contains(double value) {
        int found = Arrays.binarySearch(bounds, value);
        int below = found < 0 ? -found - 1 : found;
        return containsAfter(below);
    }

    /** Whether the set contains what is above every number. */
    boolean containsHighest() {
        return containsAfter(bounds.length);
    }

    public ValueSet complement() {
        return new ValueSet(!startsInside, bounds);
    }

    /** The union of some sets. */
    public static ValueSet anyOf(List<ValueSet> sets) {
        int size = sets.size();
        if (size <= 1) {
            return size == 0 ? NONE : sets.get(0);
        }
        // By halves: one by one, the union of ten thousand sets would be copied ten thousand times.
        return anyOf(sets.subList(0, size / 2)).combine(anyOf(sets.subList(size / 2, size)), Boolean::logicalOr);
    }

    /** The numbers for which the operator is true of their membership in this set and in the other. */
    public ValueSet combine(ValueSet other, Operator operator) {
        boolean first = operator.apply(startsInside, other.startsInside);
        boolean inside = first;
        double[] kept = new double[bounds.length + other.bounds.length];
        int size = 0;
        int passed = 0;
        int otherPassed = 0;
        while (passed < bounds.length || otherPassed < other.bounds.length) {
            double bound = Math.min(bound(passed), other.bound(otherPassed));
            passed += bound(passed) == bound ? 1 : 0;
            otherPassed += other.bound(otherPassed) == bound ? 1 : 0;
            boolean next = operator.apply(containsAfter(passed), other.containsAfter(otherPassed));
            if (next != inside && bound < Double.POSITIVE_INFINITY) {
                kept[size++] = bound;
                inside = next;
            }
        }
        return new ValueSet(first, Arrays.copyOf(kept, size));
    }

    private double bound(int index) {
        return index < bounds.length ? bounds[index] : Double.POSITIVE_INFINITY;
    }

    /** Whether the set contains the numbers just above the first {@code passed} bounds. */
    private boolean containsAfter(int passed) {
        return startsInside == ((passed & 1) == 0);
    }

    @Override
    public boolean equals(Object object) {
        return object instanceof ValueSet set && set.startsInside == startsInside && Arrays.equals(set.bounds, bounds);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(bounds) + Boolean.hashCode(startsInside);
    }

    @Override
    public String toString() {
        return (startsInside ? "in " : "out ") + Arrays.toString(bounds);
    }
}
