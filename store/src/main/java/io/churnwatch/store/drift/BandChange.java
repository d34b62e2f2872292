package io.churnwatch.store.drift;

import io.churnwatch.risk.RiskBand;

/** Customers whom the two models put into these bands; those in the same one are counted as well. */
public record BandChange(RiskBand championBand, RiskBand challengerBand, long customers) {}
