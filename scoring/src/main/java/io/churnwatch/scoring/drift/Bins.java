package io.churnwatch.scoring.drift;

import io.churnwatch.feed.AttributeValue;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * How the values of a field are counted. The bins are in an order, chosen with the baseline and the same for whatever is held
 * against it; {@link #MISSING} is always the first.
 */
public sealed interface Bins extends Serializable permits NumberBins, CategoryBins {
    /** The bin of a value that is not known. */
    int MISSING = 0;

    /** How many bins there are, with those for missing and unseen values. */
    int size();

    /** The bin of a value, from 0. */
    int binOf(@Nullable AttributeValue value);

    /** Whether a bin is for values such as the training never saw. */
    boolean isUnseen(int bin);
}
