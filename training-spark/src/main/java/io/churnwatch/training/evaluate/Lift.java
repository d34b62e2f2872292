package io.churnwatch.training.evaluate;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The gain of calling the customers with the highest scores first.
 *
 * @param called share of all customers
 * @param gain share of those who left among them
 * @param lift how many times more of them that is than of as many customers drawn by lot
 */
public record Lift(double called, double gain, double lift) {
    private static final int TENTHS = 10;

    /** For each tenth of the customers that is called. */
    public static List<Lift> of(List<ScoredCustomer> customers) {
        Curve gain = Curve.gain(customers);
        return IntStream.rangeClosed(1, TENTHS)
                .mapToObj(tenths -> (double) tenths / TENTHS)
                .map(called -> new Lift(called, gain.at(called), gain.at(called) / called))
                .toList();
    }
}
