package io.churnwatch.training.evaluate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A rising line through points, which makes a calibrated probability of a model's own. Neighbours whose outcomes fall are pooled;
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

    /** A probability as the model says it, and as it is. */
    public record Point(double said, double calibrated) {}

    /** Fits the line to customers that the model has not learnt from. */
    public static Isotonic fit(List<ScoredCustomer> customers) {
        List<Pool> pools = new ArrayList<>();
        customers.stream()
                .sorted(Comparator.comparingDouble(ScoredCustomer::probability))
                .forEach(customer -> push(pools, Pool.of(customer)));
        return new Isotonic(pools.stream().map(Pool::point).toList());
    }

    /** The calibrated probability: on the line, and flat beyond its ends. */
    public double of(double said) {
        if (said <= points.get(0).said) {
            return points.get(0).calibrated;
        }
        for (int i = 1; i < points.size(); i++) {
            if (said <= points.get(i).said) {
                return between(points.get(i - 1), points.get(i), said);
            }
        }
        return points.get(points.size() - 1).calibrated;
    }

    /** The customer with a calibrated probability. */
    public ScoredCustomer of(ScoredCustomer customer) {
        return new ScoredCustomer(of(customer.probability()), customer.exited());
    }

    private static double between(Point left, Point right, double said) {
        return left.calibrated + (said - left.said) / (right.said - left.said) * (right.calibrated - left.calibrated);
    }

    private static void push(List<Pool> pools, Pool next) {
        Pool last = next;
        while (!pools.isEmpty() && pools.get(pools.size() - 1).mayNotPrecede(last)) {
            last = pools.remove(pools.size() - 1).with(last);
        }
        pools.add(last);
    }

    /** Customers with neighbouring scores. */
    private record Pool(double said, double exited, int customers) {
        static Pool of(ScoredCustomer customer) {
            return new Pool(customer.probability(), customer.exited() ? 1 : 0, 1);
        }

        boolean mayNotPrecede(Pool next) {
            return exited * next.customers >= next.exited * customers || said / customers >= next.said / next.customers;
        }

        Pool with(Pool other) {
            return new Pool(said + other.said, exited + other.exited, customers + other.customers);
        }

        Point point() {
            return new Point(said / customers, exited / customers);
        }
    }
}
