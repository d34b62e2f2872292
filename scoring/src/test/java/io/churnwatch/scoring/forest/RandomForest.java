package io.churnwatch.scoring.forest;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;

/** A forest grown by dice, over three numbers and a category of five codes (and one for any other). */
public final class RandomForest {
    public static final int FIELDS = 4;
    private static final int NUMBERS = 3;
    private static final int CATEGORIES = 5;

    private final Random random;
    private final FlatForest plain;
    private final SplitTests tests;
    private final boolean elsewhere;
    private final List<SplitTest> questions = new ArrayList<>();
    private final List<Integer> test = new ArrayList<>();
    private final List<Double> value = new ArrayList<>();
    private final List<Integer> left = new ArrayList<>();
    private final List<Integer> right = new ArrayList<>();
    private final List<Double> cover = new ArrayList<>();

    public RandomForest(long seed, int trees, int depth) {
        this(seed, trees, depth, false);
    }

    /**
     * Grows one.
     *
     * @param elsewhere whether some nodes have no prediction for a missing value
     */
    public RandomForest(long seed, int trees, int depth, boolean elsewhere) {
        this.random = new Random(seed);
        this.elsewhere = elsewhere;
        int[] roots = new int[trees];
        for (int tree = 0; tree < trees; tree++) {
            roots[tree] = grow(depth);
        }
        plain = new FlatForest(
                questions,
                roots,
                ints(test),
                doubles(value),
                ints(left),
                ints(right),
                test.stream().mapToInt(any -> FlatForest.NOWHERE).toArray(),
                doubles(cover),
                true);
        tests = new SplitTests(plain);
    }

    public FlatForest plain() {
        return plain;
    }

    public SplitTests tests() {
        return tests;
    }

    /** The forest as a model: the mean of its trees. */
    public CompiledForest compiled() {
        return new CompiledForest(columns(), new Ensemble(plain, null, Precision.DOUBLE, plain.size(), Link.NONE));
    }

    /** The mean of the trees by the plain walk. */
    public double walked(double[] row) {
        double sum = 0;
        for (int tree = 0; tree < plain.size(); tree++) {
            sum += plain.leaf(tree, row);
        }
        return sum / plain.size();
    }

    /** A row whose numbers lie at, beside or away from a split point, and are missing now and then. */
    public double[] rowWithGaps() {
        double[] row = row();
        for (int f = 0; f < FIELDS; f++) {
            row[f] = random.nextInt(5) == 0 ? NoValue.MISSING : row[f];
        }
        return row;
    }

    /** A row whose numbers lie at, beside or away from a split point. */
    public double[] row() {
        double[] row = new double[FIELDS];
        for (int f = 0; f < NUMBERS; f++) {
            double split = threshold();
            row[f] = switch (random.nextInt(4)) {
                case 0 -> split;
                case 1 -> Math.nextUp(split);
                case 2 -> Math.nextDown(split);
                default -> random.nextGaussian() * 100;
            };
        }
        row[NUMBERS] = random.nextInt(CATEGORIES + 1);
        return row;
    }

    private int grow(int depth) {
        if (depth == 0 || random.nextInt(8) == 0) {
            return add(FlatForest.LEAF, random.nextFloat(), 0, 0, 1 + random.nextInt(50));
        }
        int l = grow(depth - 1);
        int r = grow(depth - 1);
        double records = cover.get(l) + cover.get(r);
        boolean category = random.nextInt(4) == 0;
        SplitTest question = category
                ? new SplitTest(NUMBERS, codes(), missing())
                : new SplitTest(random.nextInt(NUMBERS), ValueSet.upTo(threshold()), missing());
        if (!questions.contains(question)) {
            questions.add(question);
        }
        return add(questions.indexOf(question), Double.NaN, l, r, records);
    }

    private SplitTest.Missing missing() {
        return SplitTest.Missing.values()[random.nextInt(elsewhere ? 3 : 2)];
    }

    /** Some codes, not all. */
    private ValueSet codes() {
        BitSet codes = BitSet.valueOf(new long[] {1 + random.nextInt((1 << CATEGORIES) - 1)});
        return codes.stream()
                .mapToObj(ValueSet::of)
                .reduce(ValueSet.NONE, (all, one) -> all.combine(one, Boolean::logicalOr));
    }

    private double threshold() {
        return random.nextInt(16) - 8;
    }

    private int add(int t, double v, int l, int r, double records) {
        test.add(t);
        value.add(v);
        left.add(l);
        right.add(r);
        cover.add(records);
        return test.size() - 1;
    }

    /** Four input fields. */
    public static ForestColumns columns() {
        List<BitSet> sources = new ArrayList<>();
        for (int f = 0; f < FIELDS; f++) {
            sources.add(BitSet.valueOf(new long[] {1L << f}));
        }
        return new ForestColumns(FIELDS, List.of(), sources);
    }

    private static int[] ints(List<Integer> list) {
        return list.stream().mapToInt(Integer::intValue).toArray();
    }

    private static double[] doubles(List<Double> list) {
        return list.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
