package io.churnwatch.training.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Customers who leave the more often the higher they score; many of them score the same. */
final class MadeUpScores {
    static List<ScoredCustomer> of(int count, long seed) {
        Random random = new Random(seed);
        List<ScoredCustomer> customers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double probability = random.nextInt(21) / 20.0;
            customers.add(new ScoredCustomer(probability, random.nextDouble() < probability));
        }
        return customers;
    }

    /** The same customers scored by another model, which is wrong by some. */
    static List<ScoredCustomer> blurred(List<ScoredCustomer> customers, double by, long seed) {
        Random random = new Random(seed);
        return customers.stream()
                .map(customer -> new ScoredCustomer(
                        Math.max(0, Math.min(1, customer.probability() + by * random.nextGaussian())),
                        customer.exited()))
                .toList();
    }

    private MadeUpScores() {}
}
