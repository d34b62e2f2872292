package io.churnwatch.scoring.pmml.field;

import io.churnwatch.scoring.forest.ValueSet;
import io.churnwatch.scoring.pmml.document.UnsupportedPmmlException;
import org.dmg.pmml.Interval;

/** PMML's intervals as sets of values. */
final class Intervals {
    /** The numbers of an interval; a margin that is not there is infinitely far away. */
    static ValueSet values(Interval interval, String place) throws UnsupportedPmmlException {
        Number left = interval.getLeftMargin();
        Number right = interval.getRightMargin();
        if ((left == null && right == null)
                || (left != null && right != null && left.doubleValue() > right.doubleValue())) {
            throw new UnsupportedPmmlException(place + " has an Interval without margins, or with crossed ones");
        }
        Interval.Closure closure = interval.requireClosure();
        boolean leftClosed = closure == Interval.Closure.CLOSED_CLOSED || closure == Interval.Closure.CLOSED_OPEN;
        boolean rightClosed = closure == Interval.Closure.CLOSED_CLOSED || closure == Interval.Closure.OPEN_CLOSED;
        ValueSet under = left == null ? ValueSet.NONE : upTo(left.doubleValue(), !leftClosed);
        ValueSet upTo = right == null ? ValueSet.ALL : upTo(right.doubleValue(), rightClosed);
        return upTo.combine(under, (in, before) -> in && !before);
    }

    private static ValueSet upTo(double limit, boolean closed) {
        return closed ? ValueSet.upTo(limit) : ValueSet.below(limit);
    }

    private Intervals() {}
}
