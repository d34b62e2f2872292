package io.churnwatch.scoring.forest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Every engine equals the plain walk bit for bit, on random forests and on rows at and beside every split point. */
class ForestEngineTest {
    private static final int NUMBERS = 3;
    private static final int CATEGORIES = 5;
    private static final long[] NO_SET = {};

    @Property(tries = 60)
    void shallowForestsScoreTheSameInEveryEngine(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 20) int trees, @ForAll @IntRange(max = 6) int depth) {
        RandomForest forest = new RandomForest(seed, trees, depth);

        forest.assertEqualToPlain(new TabulatedForest(forest.plain, forest.tests));
        forest.assertEqualToPlain(new PackedForest(forest.plain, forest.tests));
        forest.assertEqualToPlain(new WalkedForest(forest.plain, forest.tests));
    }

    @Property(tries = 20)
    void deepForestsScoreTheSameInThePackedEngine(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 20) int trees, @ForAll @IntRange(max = 12) int depth) {
        RandomForest forest = new RandomForest(seed, trees, depth);

        forest.assertEqualToPlain(new PackedForest(forest.plain, forest.tests));
    }

    /** Three numbers and a category of five codes (and one for any other). */
    private static final class RandomForest {
        final FlatForest plain;
        final SplitTests tests;
        private final Random random;
        private final List<Integer> field = new ArrayList<>();
        private final List<Double> value = new ArrayList<>();
        private final List<long[]> set = new ArrayList<>();
        private final List<Integer> left = new ArrayList<>();
        private final List<Integer> right = new ArrayList<>();

        RandomForest(long seed, int trees, int depth) {
            random = new Random(seed);
            int[] roots = new int[trees];
            for (int tree = 0; tree < trees; tree++) {
                roots[tree] = grow(depth);
            }
            plain = new FlatForest(
                    roots,
                    ints(field),
                    value.stream().mapToDouble(x -> x).toArray(),
                    set.toArray(long[][]::new),
                    ints(left),
                    ints(right));
            tests = new SplitTests(plain, new int[] {0, 0, 0, CATEGORIES});
        }

        void assertEqualToPlain(ForestEngine engine) {
            ForestScorer scorer = new ForestScorer(plain, tests, engine);
            for (int i = 0; i < 300; i++) {
                double[] row = row();
                assertThat(scorer.score(row)).isEqualTo(plain.sum(row) / plain.size());
            }
        }

        private double[] row() {
            double[] row = new double[NUMBERS + 1];
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
                return add(FlatForest.LEAF, random.nextDouble(), NO_SET, 0, 0);
            }
            int l = grow(depth - 1);
            int r = grow(depth - 1);
            if (random.nextInt(4) == 0) {
                return add(NUMBERS, Double.NaN, new long[] {1 + random.nextInt((1 << CATEGORIES) - 1)}, l, r);
            }
            return add(random.nextInt(NUMBERS), threshold(), NO_SET, l, r);
        }

        private double threshold() {
            return random.nextInt(16) - 8;
        }

        private int add(int f, double v, long[] s, int l, int r) {
            field.add(f);
            value.add(v);
            set.add(s);
            left.add(l);
            right.add(r);
            return field.size() - 1;
        }

        private static int[] ints(List<Integer> list) {
            return list.stream().mapToInt(Integer::intValue).toArray();
        }
    }
}
