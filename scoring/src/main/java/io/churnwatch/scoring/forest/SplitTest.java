package io.churnwatch.scoring.forest;

/**
 * The test of an inner node. Trees are grown on few columns and often on binned values, so many nodes share a test.
 *
 * @param column the column that is tested
 * @param goesLeft the values that go left
 * @param missing where a row goes that has no value
 */
public record SplitTest(int column, ValueSet goesLeft, Missing missing) {
    /** Where a row goes that has no value. */
    public enum Missing {
        LEFT,
        RIGHT,
        /** To a third node, or nowhere: {@link FlatForest#elsewhere}. */
        ELSEWHERE
    }
}
