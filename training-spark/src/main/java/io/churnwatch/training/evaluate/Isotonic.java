package io.churnwatch.training.evaluate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A rising line through points, which calibrates the raw probability of a model. Neighbours whose outcomes fall are pooled;
 * each pool is one point, in its middle, so that different scores stay different.
 *
 * @see <a href="https://doi.org/10.1145/775047.775151">Zadrozny and Elkan, Transforming classifier scores into accurate
 *     multiclass probability estimates, KDD 2002</a>
 * @see <a href="https://doi.org/10.1080/19466315.2017.1286256">Oron and Flournoy, Centered isotonic regression, 2017</a>
 */
public record Isotonic(List<Point> points) {
    public Isotonic {
        points = List.copyOf(points);
    }

    /** The raw probability of the model, and the calibrated one. */
    public record Point(double raw, double calibrated) {}

    /** Fits the line to customers that the model was not fitted to. */
    public static Isotonic fit(List<ScoredCustomer> customers) {
        List<Pool> pools = new ArrayList<>();
        customers.stream()
                .sorted(Comparator.comparingDouble(ScoredCustomer::probability))
                .forEach(customer -> push(pools, Pool.of(customer)));
        return new Isotonic(pools.stream().map(Pool::point).toList());
    }

    /** Returns the calibrated probability: on the line, and flat beyond its ends. */
    public double of(double raw) {
        if (raw <= points.get(0).raw) {
            return points.get(0).calibrated;
        }
        for (int i = 1; i < points.size(); i++) {
            if (raw <= points.get(i).raw) {
                return between(points.get(i - 1), points.get(i), raw);
            }
        }
        return points.get(points.size() - 1).calibrated;
    }

    /** Returns the customer with a calibrated probability. */
    public ScoredCustomer of(ScoredCustomer customer) {
        return new ScoredCustomer(of(customer.probability()), customer.exited());
    }

    private static double between(Point left, Point right, double raw) {
        return left.calibrated + (raw - left.raw) / (right.raw - left.raw) * (right.calibrated - left.calibrated);
    }

    private static void push(List<Pool> pools, Pool next) {
        Pool last = next;
        while (!pools.isEmpty() && pools.get(pools.size() - 1).mayNotPrecede(last)) {
            last = pools.remove(pools.size() - 1).with(last);
        }
        pools.add(last);
    }

    /** Customers with neighbouring scores. */
    private record Pool(double raw, double exited, int customers) {
        static Pool of(ScoredCustomer customer) {
            return new Pool(customer.probability(), customer.exited() ? 1 : 0, 1);
        }

        boolean mayNotPrecede(Pool next) {
            return exited * next.customers >= next.exited * customers || raw / customers >= next.raw / next.customers;
        }

        Pool with(Pool other) {
            return new Pool(raw + other.raw, exited + other.exited, customers + other.customers);
        }

        Point point() {
            return new Point(raw / customers, exited / customers);
        }
    }
}
