package io.churnwatch.scoring.forest;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A forest grown by dice, over three numbers and a category of five codes (and one for any other). */
public final class RandomForest {
    public static final int FIELDS = 4;
    private static final int NUMBERS = 3;
    private static final int CATEGORIES = 5;
    private static final long[] NO_SET = {};

    private final Random random;
    private final FlatForest plain;
    private final SplitTests tests;
    private final List<Integer> field = new ArrayList<>();
    private final List<Double> value = new ArrayList<>();
    private final List<long[]> set = new ArrayList<>();
    private final List<Integer> left = new ArrayList<>();
    private final List<Integer> right = new ArrayList<>();
    private final List<Double> cover = new ArrayList<>();

    RandomForest(long seed, int trees, int depth) {
        random = new Random(seed);
        int[] roots = new int[trees];
        for (int tree = 0; tree < trees; tree++) {
            roots[tree] = grow(depth);
        }
        plain = new FlatForest(
                roots,
                ints(field),
                doubles(value),
                set.toArray(long[][]::new),
                ints(left),
                ints(right),
                doubles(cover));
        tests = new SplitTests(plain, new int[] {0, 0, 0, CATEGORIES});
    }

    FlatForest plain() {
        return plain;
    }

    SplitTests tests() {
        return tests;
    }

    /** A row whose numbers lie at, beside or away from a split point. */
    double[] row() {
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
            return add(FlatForest.LEAF, random.nextDouble(), NO_SET, 0, 0, 1 + random.nextInt(50));
        }
        int l = grow(depth - 1);
        int r = grow(depth - 1);
        double records = cover.get(l) + cover.get(r);
        if (random.nextInt(4) == 0) {
            return add(NUMBERS, Double.NaN, new long[] {1 + random.nextInt((1 << CATEGORIES) - 1)}, l, r, records);
        }
        return add(random.nextInt(NUMBERS), threshold(), NO_SET, l, r, records);
    }

    private double threshold() {
        return random.nextInt(16) - 8;
    }

    private int add(int f, double v, long[] s, int l, int r, double records) {
        field.add(f);
        value.add(v);
        set.add(s);
        left.add(l);
        right.add(r);
        cover.add(records);
        return field.size() - 1;
    }

    private static int[] ints(List<Integer> list) {
        return list.stream().mapToInt(Integer::intValue).toArray();
    }

    private static double[] doubles(List<Double> list) {
        return list.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
