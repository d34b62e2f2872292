package io.churnwatch.store.training;

import io.churnwatch.feed.ProfileField;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a training. The command line, the API and the queue read them; the limits of their values are here.
 * The training has a default for each that is null.
 *
 * @param grid compares shapes by cross-validation first; without one, the given shape is fitted
 * @param tuneOn the metric of that comparison
 * @param since the first day, in UTC, of the outcomes to learn from
 * @param without the features to leave out
 * @param derived whether to add features that are derived from others
 * @param learningCurve whether to fit parts of the customers as well
 * @param minInstances the fewest customers in a leaf
 * @param featureSubset the share of features that each split of a forest chooses from
 * @param stepSize the share of the remaining error that each boosted tree corrects
 * @param subsampling the share of customers that each boosted tree sees
 * @param maxBins the most bins of a number
 * @param seed the same seed on the same customers gives the same model
 */
public record TrainingParameters(
        @Nullable Algorithm algorithm,
        @Nullable Grid grid,
        @Nullable TuningMetric tuneOn,
        @Nullable LocalDate since,
        List<String> without,
        boolean derived,
        boolean learningCurve,
        @Nullable Integer trees,
        @Nullable Integer depth,
        @Nullable Integer minInstances,
        @Nullable Double featureSubset,
        @Nullable Double stepSize,
        @Nullable Double subsampling,
        @Nullable Integer maxBins,
        @Nullable Long seed) {
    public static final int TREES_MAX = 2_000;
    public static final int DEPTH_MAX = 30;
    public static final int MIN_INSTANCES_MAX = 1_000_000;
    public static final int MAX_BINS_MIN = 4;
    public static final int MAX_BINS_MAX = 1_024;

    /** The features that a training may leave out. */
    public static final List<String> FEATURES =
            ProfileField.features().stream().map(ProfileField::column).toList();

    public static final TrainingParameters NONE = of(Map.of(), Instant.EPOCH);

    /**
     * Checks the limits.
     *
     * @throws IllegalArgumentException naming the option that is out of range
     */
    public TrainingParameters {
        without = List.copyOf(without);
        for (String field : without) {
            require(
                    FEATURES.contains(field),
                    "--without %s: there is no such feature. There are %s.",
                    field,
                    String.join(", ", FEATURES));
        }
        requireRange("trees", trees, 1, TREES_MAX);
        requireRange("depth", depth, 1, DEPTH_MAX);
        requireRange("min-instances", minInstances, 1, MIN_INSTANCES_MAX);
        requireRange("max-bins", maxBins, MAX_BINS_MIN, MAX_BINS_MAX);
        requireShare("feature-subset", featureSubset);
        requireShare("step-size", stepSize);
        requireShare("subsampling", subsampling);
        boolean boosts = algorithm == Algorithm.GBT;
        require(
                boosts || (stepSize == null && subsampling == null),
                "--step-size and --subsampling are of gbt: add --algorithm gbt, or leave them out");
        require(!boosts || featureSubset == null, "--feature-subset is of a forest: leave it out with gbt");
    }

    /**
     * Reads the parameters by the names of their options, as {@link #options()} writes them.
     *
     * @param now the current time
     * @throws IllegalArgumentException naming the option that is unknown or out of range
     */
    public static TrainingParameters of(Map<String, String> options, Instant now) {
        SortedMap<String, String> unread = new TreeMap<>(options);
        TrainingParameters parameters = new TrainingParameters(
                read(unread, "algorithm", choice(Algorithm.class)),
                read(unread, "grid", choice(Grid.class)),
                read(unread, "tune-on", choice(TuningMetric.class)),
                read(unread, "since", day -> SinceDay.parse(day, now)),
                Objects.requireNonNullElse(read(unread, "without", fields -> List.of(fields.split(","))), List.of()),
                "true".equals(unread.remove("derived")),
                "true".equals(unread.remove("learning-curve")),
                read(unread, "trees", Integer::valueOf),
                read(unread, "depth", Integer::valueOf),
                read(unread, "min-instances", Integer::valueOf),
                read(unread, "feature-subset", Double::valueOf),
                read(unread, "step-size", Double::valueOf),
                read(unread, "subsampling", Double::valueOf),
                read(unread, "max-bins", Integer::valueOf),
                read(unread, "seed", Long::valueOf));
        require(unread.isEmpty(), "There is no option --%s", String.join(", --", unread.keySet()));
        return parameters;
    }

    /** Returns the parameters that are given, by the names of their options. */
    public SortedMap<String, String> options() {
        SortedMap<String, String> options = new TreeMap<>();
        write(options, "algorithm", algorithm);
        write(options, "grid", grid);
        write(options, "tune-on", tuneOn);
        write(options, "since", since);
        write(options, "without", without.isEmpty() ? null : String.join(",", without));
        write(options, "derived", derived ? true : null);
        write(options, "learning-curve", learningCurve ? true : null);
        write(options, "trees", trees);
        write(options, "depth", depth);
        write(options, "min-instances", minInstances);
        write(options, "feature-subset", featureSubset);
        write(options, "step-size", stepSize);
        write(options, "subsampling", subsampling);
        write(options, "max-bins", maxBins);
        write(options, "seed", seed);
        return options;
    }

    private static void write(SortedMap<String, String> options, String name, @Nullable Object value) {
        if (value != null) {
            options.put(name, value.toString().toLowerCase(Locale.ROOT));
        }
    }

    private static <T> @Nullable T read(SortedMap<String, String> unread, String name, Function<String, T> parser) {
        String text = unread.remove(name);
        try {
            return text == null ? null : parser.apply(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("--" + name + " must be a number, not '" + text + "'", e);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("--" + name + " " + e.getMessage(), e);
        }
    }

    private static <E extends Enum<E>> Function<String, E> choice(Class<E> type) {
        E[] choices = type.getEnumConstants();
        return name -> Arrays.stream(choices)
                .filter(choice -> choice.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "must be one of " + Arrays.toString(choices) + ", not '" + name + "'"));
    }

    private static void requireRange(String name, @Nullable Integer value, int min, int max) {
        require(
                value == null || (value >= min && value <= max),
                "--%s must be from %d to %d, not %d",
                name,
                min,
                max,
                value);
    }

    private static void requireShare(String name, @Nullable Double value) {
        require(value == null || (value > 0 && value <= 1), "--%s must lie in (0, 1], not %s", name, value);
    }

    private static void require(boolean holds, String problem, @Nullable Object... arguments) {
        if (!holds) {
            throw new IllegalArgumentException(String.format(Locale.ROOT, problem, arguments));
        }
    }
}
