package io.churnwatch.scoring.shap;

import java.util.Random;

/** Trees and rows by dice: players are asked again and again on a path, leaves have any value, and to some came no record. */
final class DiceTrees {
    private final Random random;
    private final BuiltTrees trees;

    /** @param players the last of whom is never asked */
    DiceTrees(long seed, int trees, int depth, int players) {
        this.random = new Random(seed);
        this.trees = new BuiltTrees(players);
        for (int tree = 0; tree < trees; tree++) {
            this.trees.plant(grow(depth));
        }
    }

    BuiltTrees trees() {
        return trees;
    }

    /** Where a row goes, by test. */
    byte[] row() {
        byte[] goesRight = new byte[trees.tests()];
        for (int test = 0; test < goesRight.length; test++) {
            goesRight[test] = (byte) random.nextInt(2);
        }
        return goesRight;
    }

    private int grow(int depth) {
        int tests = trees.tests() - BuiltTrees.TESTS_PER_PLAYER;
        if (depth == 0 || tests == 0 || random.nextInt(4) == 0) {
            return trees.leaf(random.nextGaussian(), random.nextInt(20));
        }
        int left = grow(depth - 1);
        return trees.split(random.nextInt(tests), left, grow(depth - 1));
    }
}
