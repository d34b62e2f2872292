package io.churnwatch.bench.stream.run;

/**
 * A scenario to measure.
 *
 * @param customers how many the job keeps the state of
 */
public record Scenario(Variant variant, Sinks sinks, int customers) {
    @Override
    public String toString() {
        return "%s, sinks %s, %,d customers".formatted(variant, sinks, customers);
    }
}
