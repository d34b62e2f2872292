package io.churnwatch.store.training;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The parameters of a training as options of a command. */
@Command
public final class TrainingOptions {
    @Option(
            names = "--algorithm",
            paramLabel = "NAME",
            description = "forest, or gbt for gradient-boosted trees (forest). On a cluster gbt needs a"
                    + " spark.checkpoint.dir.")
    private @Nullable Algorithm algorithm;

    @Option(
            names = "--grid",
            paramLabel = "NAME",
            description =
                    "Compare shapes of the model by cross-validation first: quick, default or wide. Without it, the"
                            + " shape is the one given here.")
    private @Nullable Grid grid;

    @Option(
            names = "--tune-on",
            paramLabel = "METRIC",
            description = "The metric by which shapes are compared: roc_auc, pr_auc, brier or log_loss (roc_auc).")
    private @Nullable TuningMetric tuneOn;

    @Option(
            names = "--since",
            paramLabel = "DATE",
            description =
                    "Leave out customers whose outcome is of before that day (UTC), such as 2026-01-01, and those who"
                            + " left at an unknown time. Who is still a customer stays in.")
    private @Nullable String since;

    @Option(
            names = "--without",
            paramLabel = "FIELD",
            split = ",",
            description =
                    "Leave out fields that a model must not judge by, such as gender, and report what that costs.")
    private List<String> without = new ArrayList<>();

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
            description = "Of gbt: share of the remaining error that each tree corrects (0.05).")
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
     * Parses a command line that has no other options.
     *
     * @param now the current time
     * @throws IllegalArgumentException naming the option that is unknown or out of range
     */
    public static TrainingParameters parse(List<String> words, Instant now) {
        TrainingOptions options = new TrainingOptions();
        CommandLine commandLine = new CommandLine(options).setCaseInsensitiveEnumValuesAllowed(true);
        try {
            commandLine.parseArgs(words.toArray(String[]::new));
        } catch (UnmatchedArgumentException e) {
            Set<String> known =
                    new TreeSet<>(commandLine.getCommandSpec().optionsMap().keySet());
            throw new IllegalArgumentException(
                    "There is no option %s; there are %s"
                            .formatted(e.getUnmatched().get(0), String.join(", ", known)),
                    e);
        } catch (ParameterException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
        return options.parameters(now);
    }

    /**
     * Returns the parameters that the options give.
     *
     * @param now the current time
     * @throws IllegalArgumentException naming the option that is out of range
     */
    public TrainingParameters parameters(Instant now) {
        return new TrainingParameters(
                algorithm,
                grid,
                tuneOn,
                SinceDay.ofOption(since, now),
                without,
                derived,
                learningCurve,
                trees,
                depth,
                minInstances,
                featureSubset,
                stepSize,
                subsampling,
                maxBins,
                seed);
    }
}
