package io.churnwatch.api.risk;

import io.churnwatch.risk.RiskBand;
import io.micronaut.serde.annotation.Serdeable;

/** How many customers are in a risk band, and which probabilities it spans. */
@Serdeable.Serializable
public record BandShare(RiskBand band, double from, double to, long customers) {}
