package io.churnwatch.training.train;

/** A number at which some tree of a forest splits: at most that goes left. */
public record Threshold(String field, double value) {}
