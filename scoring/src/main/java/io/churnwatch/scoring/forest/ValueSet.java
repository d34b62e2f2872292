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

    /** Joins two answers. */
    public interface Operator {
        boolean apply(boolean one, boolean other);
    }

    /** The numbers up to a limit, with it. */
    public static ValueSet upTo(double limit) {
        return new ValueSet(true, new double[] {limit + 0.0}); // no −0 among the bounds either
    }

    /** The numbers below a limit. There is no −0. */
    public static ValueSet below(double limit) {
        return limit == Double.NEGATIVE_INFINITY ? NONE : upTo(Math.nextDown(limit));
    }

    /** One number alone. */
    public static ValueSet of(double value) {
        return upTo(value).combine(below(value), (in, under) -> in && !under);
    }

    /** No bound, or one, that numbers lie up to: the plain test of a decision tree. */
    boolean isThreshold() {
        return startsInside && bounds.length == 1;
    }

    public boolean contains(double value) {
        int found = Arrays.binarySearch(bounds, value);
        int below = found < 0 ? -found - 1 : found;
        return containsAfter(below);
    }

    /** Whether what is above every number is in the set. */
    boolean containsHighest() {
        return containsAfter(bounds.length);
    }

    public ValueSet complement() {
        return new ValueSet(!startsInside, bounds);
    }

    /** The numbers that are in any of some sets. */
    public static ValueSet anyOf(List<ValueSet> sets) {
        int size = sets.size();
        if (size <= 1) {
            return size == 0 ? NONE : sets.get(0);
        }
        // By halves: one after the other, the union of ten thousand would be copied ten thousand times.
        return anyOf(sets.subList(0, size / 2)).combine(anyOf(sets.subList(size / 2, size)), Boolean::logicalOr);
    }

    /** The set of the numbers for which the operator says yes of their being in this set and in the other. */
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

    /** Whether the numbers above so many bounds are in the set. */
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
