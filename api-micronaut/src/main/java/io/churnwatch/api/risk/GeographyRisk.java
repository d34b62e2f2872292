package io.churnwatch.api.risk;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/** The customers of one geography; null is that of the customers without one. */
@Serdeable.Serializable
public record GeographyRisk(
        @Nullable String geography,
        long customers,
        long exited,
        double churnRate,
        @Nullable Double meanProbability,
        long highRisk) {

    static GeographyRisk of(GeographySums sums) {
        return new GeographyRisk(
                sums.geography(),
                sums.customers(),
                sums.exited(),
                (double) sums.exited() / sums.customers(),
                sums.meanProbability(),
                sums.highRisk());
    }
}
