package io.churnwatch.training.evaluate;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Estimates how much a metric varies with the customers that are held out: it computes the metric on many resamples of them.
 *
 * @see <a href="https://doi.org/10.1214/aos/1176344552">Efron, Bootstrap methods: another look at the jackknife, 1979</a>
 */
public record Bootstrap(int resamples, long seed) {
    public static final Bootstrap DEFAULT = new Bootstrap(500, 7);

    /** Returns the interval of each metric. */
    public Map<Metric, Interval> ofAll(List<ScoredCustomer> customers) {
        Map<Metric, Interval> intervals = new EnumMap<>(Metric.class);
        Arrays.stream(Metric.values()).forEach(metric -> intervals.put(metric, of(metric, customers)));
        return intervals;
    }

    public Interval of(Metric metric, List<ScoredCustomer> customers) {
        return interval(metric.on(customers), customers.size());
    }

    /** Returns the interval of the difference of a metric between two scores of the same customers. */
    public Interval ofDifference(Metric metric, List<ScoredCustomer> first, List<ScoredCustomer> second) {
        if (first.size() != second.size()) {
            throw new IllegalArgumentException("A paired comparison needs two scores of every customer, not "
                    + first.size() + " and " + second.size());
        }
        Metric.Weighted one = metric.on(first);
        Metric.Weighted other = metric.on(second);
        return interval(weights -> one.of(weights) - other.of(weights), first.size());
    }

    private Interval interval(Metric.Weighted statistic, int customers) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] values = new double[resamples];
        int[] weights = new int[customers];
        for (int i = 0; i < resamples; i++) {
            draw(random, weights);
            values[i] = statistic.of(weights);
        }
        return Interval.ofResamples(values);
    }

    private static void draw(SplittableRandom random, int[] weights) {
        Arrays.fill(weights, 0);
        for (int i = 0; i < weights.length; i++) {
            weights[random.nextInt(weights.length)]++;
        }
    }
}
