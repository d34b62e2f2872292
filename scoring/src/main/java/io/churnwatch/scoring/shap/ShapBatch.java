package io.churnwatch.scoring.shap;

import java.util.Arrays;

/**
 * Explains many rows at a time: the same ways down and up the trees as {@link ShapPass}, but node by node with the rows side by side, so
 * that nothing has to be fetched from elsewhere. Belongs to one thread.
 */
final class ShapBatch {
    private final ShapNodes nodes;
    private final ShapTrees trees;
    private final GaussLegendre[] rules; // by tree
    private final double[][] goesRight; // by test and row: 1 or 0
    private final double[][] contributions; // by player and row
    private final double[] always; // by row: 1
    private final double[][] expected; // by point and row: at the root
    private final ShapFrame[] frames; // by depth

    private final double[][]
            agrees; // by player and row: 1 if it agrees with all splits of the player down to here, else 0
    private int rows; // of the batch at hand
    private double[] points = {}; // of the tree at hand

    ShapBatch(ShapNodes nodes) {
        this.nodes = nodes;
        this.trees = nodes.trees();
        this.rules = new GaussLegendre[trees.size()];
        int pointsMax = 0;
        int depth = 0;
        for (int tree = 0; tree < rules.length; tree++) {
            rules[tree] = GaussLegendre.ofPoints((nodes.playersMax(tree) + 1) / 2);
            pointsMax = Math.max(pointsMax, rules[tree].points().length);
            depth = Math.max(depth, nodes.height(trees.root(tree)));
        }
        RowArrays arrays =
                new RowArrays(trees.tests() + trees.players() + 1 + pointsMax + depth * ShapFrame.arrays(pointsMax));
        this.goesRight = arrays.take(trees.tests());
        this.contributions = arrays.take(trees.players());
        this.always = arrays.take();
        this.expected = arrays.take(pointsMax);
        this.frames = new ShapFrame[depth];
        for (int d = 0; d < depth; d++) {
            frames[d] = new ShapFrame(pointsMax, arrays);
        }
        this.agrees = new double[trees.players()][];
        Arrays.fill(always, 1);
    }

    /**
     * Writes the contribution of every player to every row, as {@link TreeShap.Explainer#explain} does it for one.
     *
     * @param rows how many there are, at most {@link RowArrays#ROWS}
     * @param goesRight by row and test
     * @param contributions by row and player
     */
    void explain(int rows, byte[][] goesRight, double[][] contributions) {
        this.rows = rows;
        read(goesRight);
        for (int tree = 0; tree < rules.length; tree++) {
            explain(tree);
        }
        write(contributions);
    }

    private void read(byte[][] source) {
        for (int row = 0; row < rows; row++) {
            for (int test = 0; test < goesRight.length; test++) {
                goesRight[test][row] = source[row][test];
            }
        }
        for (double[] ofPlayer : contributions) {
            Arrays.fill(ofPlayer, 0);
        }
    }

    private void write(double[][] target) {
        for (int row = 0; row < rows; row++) {
            for (int player = 0; player < contributions.length; player++) {
                target[row][player] = contributions[player][row];
            }
        }
    }

    private void explain(int tree) {
        int root = trees.root(tree);
        if (trees.isLeaf(root)) {
            return;
        }
        points = rules[tree].points();
        double[] weights = rules[tree].weights();
        for (int k = 0; k < points.length; k++) {
            double weight = weights[k] / (points[k] * (1 - points[k])) / trees.size();
            Arrays.fill(frames[0].reach[k], weight);
        }
        Arrays.fill(agrees, always);
        visit(root, 0, expected);
    }

    /** Writes what is expected at an inner node, by point and row. */
    private void visit(int node, int depth, double[][] expected) {
        int left = trees.left(node);
        int right = trees.right(node);
        int player = trees.player(node);
        double[] soFar = agrees[player];
        ShapFrame frame = frames[depth];
        frame.enter(rows, points, trees.share(node, left), nodes.agreeing(node), soFar, goesRight[trees.test(node)]);
        if (nodes.height(node) == 1) {
            frame.expectLeaves(trees.value(left), trees.value(right), expected);
        } else {
            agrees[player] = frame.agreesLeft;
            if (trees.isLeaf(left)) {
                fill(frame.expectedLeft, trees.value(left));
            } else {
                frame.goLeft(frames[depth + 1]);
                visit(left, depth + 1, frame.expectedLeft);
            }
            agrees[player] = frame.agreesRight;
            if (trees.isLeaf(right)) {
                fill(expected, trees.value(right));
            } else {
                frame.goRight(frames[depth + 1]);
                visit(right, depth + 1, expected);
            }
            agrees[player] = soFar;
            frame.expect(expected);
        }
        frame.credit(contributions[player]);
    }

    private void fill(double[][] expected, double value) {
        for (int k = 0; k < points.length; k++) {
            Arrays.fill(expected[k], 0, rows, value);
        }
    }
}
