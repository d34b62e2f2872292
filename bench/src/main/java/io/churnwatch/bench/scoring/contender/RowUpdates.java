package io.churnwatch.bench.scoring.contender;

import io.churnwatch.scoring.forest.ForestScorer;
import java.util.Arrays;
import java.util.Collections;
import java.util.Random;

/**
 * New rows of customers, in rounds of one for each. A given share of them, at random places, has the split key that the
 * customer's row had before; the others go over to another customer's row or back. The first round follows the last without a
 * break. Belongs to one thread; starts at the first.
 */
public final class RowUpdates {
    private static final int ROUNDS = 20;
    private static final long SEED = 7;

    private final double[][] rows;
    private final int customers;
    private int update;
    private int customer;

    /**
     * Updates of customers.
     *
     * @param own one row per customer
     * @param unchangedPercent of the updates that leave the key as it was
     * @throws IllegalArgumentException when all rows have the same key
     */
    public RowUpdates(ForestScorer scorer, double[][] own, int unchangedPercent) {
        this.customers = own.length;
        this.rows = new double[ROUNDS * customers][];
        Random random = new Random(SEED);
        long before = 0;
        for (int i = 0; i < customers; i++) {
            long thereAndBack = Math.round((i + 1) * ROUNDS * (100 - unchangedPercent) / 200.0);
            Boolean[] changes = changes((int) (thereAndBack - before) * 2, random);
            before = thereAndBack;
            double[] row = own[i];
            double[] other = rowOfAnotherKey(scorer, own, i);
            for (int round = 0; round < ROUNDS; round++) {
                if (changes[round]) {
                    row = row == other ? own[i] : other;
                }
                rows[round * customers + i] = row;
            }
        }
    }

    /** How many there are before the first comes again. */
    public int size() {
        return rows.length;
    }

    /** Goes on to the next. */
    public void next() {
        update = update + 1 == rows.length ? 0 : update + 1;
        customer = customer + 1 == customers ? 0 : customer + 1;
    }

    /** Whose row is new. */
    public int customer() {
        return customer;
    }

    public double[] row() {
        return rows[update];
    }

    /** In which rounds a customer's key changes: in so many of them. */
    private static Boolean[] changes(int count, Random random) {
        Boolean[] changes = new Boolean[ROUNDS];
        Arrays.setAll(changes, round -> round < count);
        Collections.shuffle(Arrays.asList(changes), random);
        return changes;
    }

    private static double[] rowOfAnotherKey(ForestScorer scorer, double[][] rows, int customer) {
        long[] own = key(scorer, rows[customer]);
        for (int i = 1; i < rows.length; i++) {
            double[] row = rows[(customer + i) % rows.length];
            if (!Arrays.equals(key(scorer, row), own)) {
                return row;
            }
        }
        throw new IllegalArgumentException("All customers have the same key");
    }

    private static long[] key(ForestScorer scorer, double[] row) {
        long[] key = new long[scorer.keyLength()];
        scorer.writeKey(row, key);
        return key;
    }
}
