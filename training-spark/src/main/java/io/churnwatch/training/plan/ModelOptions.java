package io.churnwatch.training.plan;

import io.churnwatch.training.data.CustomerColumns;
import io.churnwatch.training.evaluate.Metric;
import io.churnwatch.training.train.Algorithm;
import io.churnwatch.training.train.BoostingParameters;
import io.churnwatch.training.train.ForestParameters;
import io.churnwatch.training.train.Grid;
import io.churnwatch.training.train.TreeParameters;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What is fitted, as options of a command. What is not given is the algorithm's own default. */
final class ModelOptions {
    private static final ForestParameters FOREST = ForestParameters.DEFAULT;
    private static final BoostingParameters BOOSTING = BoostingParameters.DEFAULT;

    @Option(
            names = "--algorithm",
            paramLabel = "NAME",
            converter = ChoiceConverter.Algorithms.class,
            description = "forest, or gbt for gradient-boosted trees (${DEFAULT-VALUE}). On a cluster gbt needs a"
                    + " spark.checkpoint.dir.")
    private Algorithm algorithm = Algorithm.FOREST;

    @Option(
            names = "--grid",
            paramLabel = "NAME",
            converter = ChoiceConverter.Grids.class,
            description =
                    "Compare shapes of the model by cross-validation first: quick, default or wide. Without it, the"
                            + " shape is the one given here.")
    private @Nullable Grid grid;

    @Option(
            names = "--tune-on",
            paramLabel = "METRIC",
            converter = ChoiceConverter.Metrics.class,
            description = "By what shapes are compared: roc_auc, pr_auc, brier or log_loss (${DEFAULT-VALUE}).")
    private Metric tuneOn = Metric.ROC_AUC;

    @Option(
            names = "--without",
            paramLabel = "FIELD",
            split = ",",
            description =
                    "Leave out fields that a model must not judge by, such as gender, and report what that costs.")
    private Set<String> without = new LinkedHashSet<>();

    @Option(names = "--derived", description = "Add features that are derived from others, such as balance to salary.")
    private boolean derived;

    @Option(
            names = "--learning-curve",
            description = "Also fit parts of the customers, to see whether more would help.")
    private boolean learningCurve;

    @Option(names = "--trees", paramLabel = "N", description = "Trees (100; gbt: 80).")
    private @Nullable Integer trees;

    @Option(names = "--depth", paramLabel = "N", description = "Depth of each tree at most (10; gbt: 4).")
    private @Nullable Integer depth;

    @Option(names = "--min-instances", paramLabel = "N", description = "Customers in a leaf at least (5).")
    private @Nullable Integer minInstances;

    @Option(
            names = "--feature-subset",
            paramLabel = "SHARE",
            description = "Of a forest: share of the features that each split may choose from (0.5).")
    private @Nullable Double featureSubset;

    @Option(
            names = "--step-size",
            paramLabel = "SHARE",
            description = "Of gbt: how much of what is still wrong each tree puts right (0.05).")
    private @Nullable Double stepSize;

    @Option(
            names = "--subsampling",
            paramLabel = "SHARE",
            description = "Of gbt: share of the customers that each tree sees (0.7).")
    private @Nullable Double subsampling;

    @Option(names = "--max-bins", paramLabel = "N", description = "Bins per number (64).")
    private @Nullable Integer maxBins;

    @Option(names = "--seed", paramLabel = "N", description = "Same seed, same customers: same split, same model (7).")
    private @Nullable Long seed;

    /**
     * The options together.
     *
     * @throws IllegalArgumentException naming the option that is out of range
     */
    ModelPlan plan() {
        return new ModelPlan(parameters(), Optional.ofNullable(grid), tuneOn, without(), derived, learningCurve);
    }

    private Set<String> without() {
        for (String field : without) {
            TreeParameters.require(
                    CustomerColumns.features().contains(field),
                    "--without %s: there is no such feature. There are %s."
                            .formatted(field, String.join(", ", CustomerColumns.features())));
        }
        return without;
    }

    private TreeParameters parameters() {
        return algorithm == Algorithm.FOREST ? forest() : boosting();
    }

    private ForestParameters forest() {
        TreeParameters.require(
                stepSize == null && subsampling == null,
                "--step-size and --subsampling are of gbt: add --algorithm gbt, or leave them out");
        return new ForestParameters(
                or(trees, FOREST.trees()),
                or(depth, FOREST.depth()),
                or(minInstances, FOREST.minInstances()),
                or(featureSubset, FOREST.featureSubset()),
                or(maxBins, FOREST.maxBins()),
                or(seed, FOREST.seed()));
    }

    private BoostingParameters boosting() {
        TreeParameters.require(featureSubset == null, "--feature-subset is of a forest: leave it out with gbt");
        return new BoostingParameters(
                or(trees, BOOSTING.trees()),
                or(depth, BOOSTING.depth()),
                or(minInstances, BOOSTING.minInstances()),
                or(stepSize, BOOSTING.stepSize()),
                or(subsampling, BOOSTING.subsampling()),
                or(maxBins, BOOSTING.maxBins()),
                or(seed, BOOSTING.seed()));
    }

    private static <T> T or(@Nullable T given, T otherwise) {
        return Objects.requireNonNullElse(given, otherwise);
    }
}
