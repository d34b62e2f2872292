package io.churnwatch.scoring.forest;

import java.util.ArrayList;
import java.util.List;

/**
 * The answers to all questions of a forest: 1 when a row goes right, 0 when it goes left, one byte for each, those of an axis side by
 * side. For every rank of an axis they are known beforehand, so answering is copying. Immutable and thread-safe.
 */
final class Answers {
    private final int[] place; // by test
    private final int[] first; // by axis: where its answers begin
    private final byte[][][] answers; // by axis and rank

    Answers(SplitTests tests) {
        place = new int[tests.size()];
        first = new int[tests.axes()];
        answers = new byte[tests.axes()][][];
        int next = 0;
        for (int axis = 0; axis < first.length; axis++) {
            List<Integer> on = testsOn(axis, tests);
            first[axis] = next;
            answers[axis] = new byte[tests.ranks(axis)][on.size()];
            for (int k = 0; k < on.size(); k++) {
                place[on.get(k)] = next++;
                for (int rank = 0; rank < answers[axis].length; rank++) {
                    answers[axis][rank][k] = (byte) (tests.goesRight(on.get(k), rank) ? 1 : 0);
                }
            }
        }
    }

    /** How many bytes the answers of all ranks take. */
    static long bytes(SplitTests tests) {
        long bytes = 0;
        for (int test = 0; test < tests.size(); test++) {
            bytes += tests.ranks(tests.axis(test));
        }
        return bytes;
    }

    private static List<Integer> testsOn(int axis, SplitTests tests) {
        List<Integer> on = new ArrayList<>();
        for (int test = 0; test < tests.size(); test++) {
            if (tests.axis(test) == axis) {
                on.add(test);
            }
        }
        return on;
    }

    /** Number of answers. */
    int size() {
        return place.length;
    }

    /** Where the answer to a test stands. */
    int of(int test) {
        return place[test];
    }

    /** Writes the answers for a row. */
    void write(int[] ranks, byte[] written) {
        for (int axis = 0; axis < first.length; axis++) {
            byte[] answer = answers[axis][ranks[axis]];
            System.arraycopy(answer, 0, written, first[axis], answer.length);
        }
    }
}
