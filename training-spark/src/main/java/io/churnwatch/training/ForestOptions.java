package io.churnwatch.training;

import io.churnwatch.training.train.ForestParameters;
import picocli.CommandLine.Option;

/** The shape of the forest, as options of a command. */
final class ForestOptions {
    @Option(names = "--trees", paramLabel = "N", description = "Trees of the forest (${DEFAULT-VALUE}).")
    int trees = ForestParameters.DEFAULT.trees();

    @Option(names = "--depth", paramLabel = "N", description = "Depth of each tree at most (${DEFAULT-VALUE}).")
    int depth = ForestParameters.DEFAULT.depth();

    @Option(
            names = "--min-instances",
            paramLabel = "N",
            description = "Customers in a leaf at least (${DEFAULT-VALUE}).")
    int minInstances = ForestParameters.DEFAULT.minInstances();

    @Option(
            names = "--feature-subset",
            paramLabel = "SHARE",
            description = "Share of the features that each split may choose from (${DEFAULT-VALUE}).")
    double featureSubset = ForestParameters.DEFAULT.featureSubset();

    @Option(names = "--max-bins", paramLabel = "N", description = "Bins per number (${DEFAULT-VALUE}).")
    int maxBins = ForestParameters.DEFAULT.maxBins();

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Same seed, same customers: same split, same forest (${DEFAULT-VALUE}).")
    long seed = ForestParameters.DEFAULT.seed();

    /**
     * The options together.
     *
     * @throws IllegalArgumentException naming the option that is out of range
     */
    ForestParameters parameters() {
        return new ForestParameters(trees, depth, minInstances, featureSubset, maxBins, seed);
    }
}
