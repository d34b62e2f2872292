package io.churnwatch.scoring.forest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The tests of a whole forest, column by column. Trees are grown on few columns, so a row's value is ranked once among all bounds of
 * its column instead of being compared at every node.
 *
 * <p>The tested columns are numbered as axes. A row's rank on an axis is the number of the axis' bounds below its value; one more rank
 * is for a missing value. Immutable and thread-safe.
 */
public final class SplitTests {
    /** Enough for 10,000 sets of 10,000 categories, at a bit for each. */
    private static final long SET_BITS_MAX = 1L << 28;

    private final List<SplitTest> tests;
    private final int[] columns; // by axis
    private final Axis[] axes;
    private final boolean[] walksMissing; // by axis: whether some node sends a missing value to a third node
    private final int[] axis; // by test
    private final int[] position; // by test: a threshold's rank among the bounds; −1 for any other set of values
    private final BitSet[] goesRight; // by test: ranks that go right; only where it is no threshold

    public SplitTests(FlatForest forest) {
        tests = forest.tests();
        columns = tests.stream().mapToInt(SplitTest::column).sorted().distinct().toArray();
        axis = tests.stream()
                .mapToInt(test -> Arrays.binarySearch(columns, test.column()))
                .toArray();
        axes = new Axis[columns.length];
        walksMissing = new boolean[columns.length];
        placeAxes();
        checkSets();
        position = new int[tests.size()];
        goesRight = new BitSet[tests.size()];
        for (int test = 0; test < position.length; test++) {
            place(test);
        }
    }

    private void placeAxes() {
        List<SortedSet<Double>> bounds = new ArrayList<>();
        for (int a = 0; a < columns.length; a++) {
            bounds.add(new TreeSet<>());
        }
        for (int test = 0; test < axis.length; test++) {
            int a = axis[test];
            walksMissing[a] |= tests.get(test).missing() == SplitTest.Missing.ELSEWHERE;
            for (double bound : tests.get(test).goesLeft().bounds()) {
                bounds.get(a).add(bound);
            }
        }
        for (int a = 0; a < columns.length; a++) {
            axes[a] = new Axis(
                    bounds.get(a).stream().mapToDouble(Double::doubleValue).toArray());
        }
    }

    private void checkSets() {
        long bits = 0;
        for (int test = 0; test < axis.length; test++) {
            bits += tests.get(test).goesLeft().isThreshold() ? 0 : ranks(axis[test]);
        }
        if (bits > SET_BITS_MAX) {
            throw new IllegalArgumentException("too many sets of too many categories");
        }
    }

    private void place(int test) {
        ValueSet goesLeft = tests.get(test).goesLeft();
        Axis on = axes[axis[test]];
        if (goesLeft.isThreshold()) {
            position[test] = on.rank(goesLeft.bounds()[0]);
            goesRight[test] = new BitSet(0);
            return;
        }
        position[test] = -1;
        goesRight[test] = new BitSet(on.bounds() + 2);
        boolean isLeft = goesLeft.startsInside();
        int from = 0;
        for (double bound : goesLeft.bounds()) {
            int to = on.rank(bound) + 1; // the ranks of the values up to the bound
            goesRight[test].set(from, to, !isLeft);
            isLeft = !isLeft;
            from = to;
        }
        goesRight[test].set(from, on.bounds() + 1, !isLeft);
        goesRight[test].set(on.bounds() + 1, tests.get(test).missing() == SplitTest.Missing.RIGHT);
    }

    /** Number of axes. */
    public int axes() {
        return columns.length;
    }

    /** The column of an axis. */
    public int column(int axis) {
        return columns[axis];
    }

    /** Number of tests; they are numbered as in {@link FlatForest#tests}. */
    public int size() {
        return axis.length;
    }

    /** The axis of a test. */
    public int axis(int test) {
        return axis[test];
    }

    /** How many ranks an axis has, including the last, which is for a missing value. */
    int ranks(int axis) {
        return axes[axis].bounds() + 2;
    }

    /** The ranks of all axes added up. */
    long ranks() {
        long ranks = 0;
        for (int a = 0; a < columns.length; a++) {
            ranks += ranks(a);
        }
        return ranks;
    }

    public int missingRank(int axis) {
        return axes[axis].bounds() + 1;
    }

    /** The k-th bound of an axis, ascending: values of rank k are at or below it. */
    public double bound(int axis, int k) {
        return axes[axis].bound(k);
    }

    /** The highest rank that goes left, for a test that sends lower values left; −1 for any other test. */
    public int threshold(int test) {
        return position[test];
    }

    /** Where a row without a value goes. */
    SplitTest.Missing missing(int test) {
        return tests.get(test).missing();
    }

    /** The rank of a value that is not NaN. */
    public int rank(int axis, double value) {
        return axes[axis].rank(value);
    }

    /** Whether a row of that rank goes right. */
    public boolean goesRight(int test, int rank) {
        if (position[test] < 0) {
            return goesRight[test].get(rank);
        }
        return rank == missingRank(axis[test])
                ? tests.get(test).missing() == SplitTest.Missing.RIGHT
                : rank > position[test];
    }

    /**
     * Writes the ranks of a row, one per axis. After the ranks of values come those of a missing value, of a failed one and of one
     * that is not a number.
     *
     * @param row one double per column
     * @return false when the row has to be walked node by node: a missing value may lead to a third node, or a value failed or is
     *     not a number
     */
    public boolean writeRanks(double[] row, int[] ranks) {
        boolean needsNoWalk = true;
        for (int a = 0; a < ranks.length; a++) {
            double value = row[columns[a]];
            if (Double.isNaN(value)) {
                ranks[a] = rankOfNone(a, value);
                needsNoWalk &= ranks[a] == missingRank(a) && !walksMissing[a];
            } else {
                ranks[a] = axes[a].rank(value);
            }
        }
        return needsNoWalk;
    }

    private int rankOfNone(int axis, double value) {
        int missing = missingRank(axis);
        if (NoValue.isMissing(value)) {
            return missing;
        }
        return NoValue.isFailed(value) ? missing + 1 : missing + 2;
    }

    /** The highest rank that is ever written for an axis. */
    int rankMax(int axis) {
        return missingRank(axis) + 2;
    }

    /**
     * Writes the ranks of a row that has a score. The splits whose value it lacks are not on its path, so any such value counts as
     * missing.
     */
    void writeRanksToExplain(double[] row, int[] ranks) {
        writeRanks(row, ranks);
        for (int a = 0; a < ranks.length; a++) {
            ranks[a] = Math.min(ranks[a], missingRank(a));
        }
    }

    /** Writes for every test 1 when a row goes right, 0 when it goes left. */
    public void writeAnswers(int[] ranks, byte[] answers) {
        for (int test = 0; test < axis.length; test++) {
            answers[test] = (byte) (goesRight(test, ranks[axis[test]]) ? 1 : 0);
        }
    }
}
