package io.churnwatch.scoring.drift;

import io.churnwatch.feed.AttributeValue;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * The bins in which the values of a field are counted. They are ordered, chosen with the baseline, and the same for everything that is
 * compared with it; {@link #MISSING} is always the first.
 */
public sealed interface Bins extends Serializable permits NumberBins, CategoryBins {
    /** The bin of an unknown value. */
    int MISSING = 0;

    /** How many bins there are, with those for missing and unseen values. */
    int size();

    /** The bin of a value, from 0. */
    int binOf(@Nullable AttributeValue value);

    /** Whether a bin is for values that the training never saw. */
    boolean isUnseen(int bin);
}
