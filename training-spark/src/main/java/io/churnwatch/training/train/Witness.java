package io.churnwatch.training.train;

/**
 * A customer who reaches a node with a threshold once moved onto that threshold.
 *
 * @param customer position among the customers that were searched
 */
public record Witness(int customer, Threshold threshold) {}
