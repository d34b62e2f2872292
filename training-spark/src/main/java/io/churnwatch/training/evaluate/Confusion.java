package io.churnwatch.training.evaluate;

import java.util.List;

/** The right and wrong alerts above {@code threshold}. */
public record Confusion(
        double threshold, long truePositives, long falsePositives, long trueNegatives, long falseNegatives) {

    public static Confusion at(double threshold, List<ScoredCustomer> customers) {
        long[] counts = new long[4];
        for (ScoredCustomer customer : customers) {
            boolean alert = customer.probability() > threshold;
            counts[(alert ? 0 : 2) + (customer.exited() == alert ? 0 : 1)]++;
        }
        return new Confusion(threshold, counts[0], counts[1], counts[2], counts[3]);
    }

    public double accuracy() {
        return share(truePositives + trueNegatives, truePositives + falsePositives + trueNegatives + falseNegatives);
    }

    /** The share of alerts that were right, NaN without an alert. */
    public double precision() {
        return share(truePositives, truePositives + falsePositives);
    }

    /** The share of those who left that an alert named. */
    public double recall() {
        return share(truePositives, truePositives + falseNegatives);
    }

    private static double share(long part, long whole) {
        return whole == 0 ? Double.NaN : (double) part / whole;
    }
}
