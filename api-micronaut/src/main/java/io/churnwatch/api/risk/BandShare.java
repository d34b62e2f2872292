package io.churnwatch.api.risk;

import io.churnwatch.risk.RiskBand;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;

/** How many customers are in a risk band, and which probabilities it spans. */
@Serdeable.Serializable(naming = SnakeCaseStrategy.class)
public record BandShare(RiskBand band, double from, double to, long customers) {}
