package io.churnwatch.training.train;

/**
 * A customer who, moved onto a threshold, comes to a node that splits there.
 *
 * @param customer position among the customers that were searched
 */
public record Witness(int customer, Threshold threshold) {}
