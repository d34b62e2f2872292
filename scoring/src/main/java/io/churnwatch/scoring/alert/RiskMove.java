package io.churnwatch.scoring.alert;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How new data moved a customer's risk, under one model. A change of the model itself is not part of it, so a promotion
 * raises no alerts.
 *
 * @param baseline the current model's probability for the data before; null on first observation, or when the model refuses that data
 * @param probability the current model's probability for the data now
 * @param exited whether the customer has left already
 * @param at log time of the update: the only clock that rules know
 */
public record RiskMove(@Nullable Double baseline, double probability, boolean exited, Instant at) {}
