package io.churnwatch.scoring.forest;

import java.util.Arrays;

/**
 * A set of numbers as intervals that are open below and closed above: {@code (−∞, bounds[0]]}, {@code (bounds[0], bounds[1]]} and so
 * on, in and out by turns. Immutable.
 *
 * @param startsInside whether the numbers up to the first bound are in the set
 */
record ValueSet(boolean startsInside, double[] bounds) {
    static final ValueSet ALL = new ValueSet(true, new double[0]);
    static final ValueSet NONE = new ValueSet(false, new double[0]);

    /** Joins two answers. */
    interface Operator {
        boolean apply(boolean one, boolean other);
    }

    /** The numbers up to a limit, with it. */
    static ValueSet upTo(double limit) {
        return new ValueSet(true, new double[] {limit});
    }

    /** The numbers below a limit. There is no −0. */
    static ValueSet below(double limit) {
        return limit == Double.NEGATIVE_INFINITY ? NONE : upTo(Math.nextDown(limit));
    }

    /** One number alone. */
    static ValueSet of(double value) {
        return upTo(value).combine(below(value), (in, under) -> in && !under);
    }

    /** No bound, or one, that numbers lie up to: the plain test of a decision tree. */
    boolean isThreshold() {
        return startsInside && bounds.length == 1;
    }

    boolean contains(double value) {
        int below = 0;
        while (below < bounds.length && bounds[below] < value) {
            below++;
        }
        return startsInside == ((below & 1) == 0);
    }

    /** Whether what is above every number is in the set. */
    boolean containsHighest() {
        return startsInside == ((bounds.length & 1) == 0);
    }

    ValueSet complement() {
        return new ValueSet(!startsInside, bounds);
    }

    /** The set of the numbers for which the operator says yes of their being in this set and in the other. */
    ValueSet combine(ValueSet other, Operator operator) {
        double[] all = new double[bounds.length + other.bounds.length];
        System.arraycopy(bounds, 0, all, 0, bounds.length);
        System.arraycopy(other.bounds, 0, all, bounds.length, other.bounds.length);
        Arrays.sort(all);
        boolean first = operator.apply(startsInside, other.startsInside);
        boolean inside = first;
        double[] kept = new double[all.length];
        int size = 0;
        for (double bound : all) {
            double above = Math.nextUp(bound);
            boolean next = operator.apply(contains(above), other.contains(above));
            if (next != inside) {
                kept[size++] = bound;
                inside = next;
            }
        }
        return new ValueSet(first, Arrays.copyOf(kept, size));
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
