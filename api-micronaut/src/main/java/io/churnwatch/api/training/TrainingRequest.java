package io.churnwatch.api.training;

import io.churnwatch.api.error.BodyReader;
import io.churnwatch.feed.ProfileField;
import io.churnwatch.store.training.SinceDay;
import io.churnwatch.store.training.TrainingParameters;
import io.micronaut.json.tree.JsonNode;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How a model is to be trained; what is absent or null is left to the training.
 *
 * @param algorithm a random forest unless it says otherwise
 * @param grid without one the shape is taken as it is given
 * @param since leave out customers whose outcome is of before that day (UTC), and those who left at an unknown time
 * @param without features to leave out, such as {@code gender}
 * @param learningCurve also fit parts of the customers, to see whether more would help
 */
record TrainingRequest(
        @Nullable Algorithm algorithm,
        @Nullable Grid grid,
        @Nullable LocalDate since,
        @Nullable List<String> without,
        @Schema(minimum = "1", maximum = "2000") @Nullable Integer trees,
        @Schema(minimum = "1", maximum = "30") @Nullable Integer depth,

        @Schema(minimum = "1", maximum = "1000000") @Nullable
        Integer minInstances,

        @Schema(minimum = "0", maximum = "2147483647") @Nullable
        Integer seed,

        @Nullable Boolean learningCurve) {

    private static final List<String> FEATURES =
            ProfileField.features().stream().map(ProfileField::column).toList();
    private static final int TREES_MAX = 2_000;
    private static final int DEPTH_MAX = 30;
    private static final int INSTANCES_MAX = 1_000_000;

    /** Now is when it came. */
    static TrainingRequest read(@Nullable JsonNode json, Instant now) {
        BodyReader body = new BodyReader(
                json == null ? JsonNode.createObjectNode(new TreeMap<>()) : json,
                "algorithm",
                "grid",
                "since",
                "without",
                "trees",
                "depth",
                "min_instances",
                "seed",
                "learning_curve");
        TrainingRequest request = new TrainingRequest(
                body.optionalChoice("algorithm", Algorithm.class),
                body.optionalChoice("grid", Grid.class),
                since(body, now),
                without(body),
                body.optionalInteger("trees", 1, TREES_MAX),
                body.optionalInteger("depth", 1, DEPTH_MAX),
                body.optionalInteger("min_instances", 1, INSTANCES_MAX),
                body.optionalInteger("seed", 0, Integer.MAX_VALUE),
                body.optionalFlag("learning_curve"));
        body.refuseErrors();
        return request;
    }

    /** Null when it is absent or refused. */
    private static @Nullable LocalDate since(BodyReader body, Instant now) {
        String text = body.optionalText("since");
        try {
            return text == null ? null : SinceDay.parse(text, now);
        } catch (IllegalArgumentException e) {
            body.refuse("/since", String.valueOf(e.getMessage()));
            return null;
        }
    }

    /** Null when it is absent or refused. */
    private static @Nullable List<String> without(BodyReader body) {
        List<String> names = body.optionalNames("without");
        for (int i = 0; names != null && i < names.size(); i++) {
            if (!FEATURES.contains(names.get(i))) {
                body.refuse("/without/" + i, "must be one of " + FEATURES);
            }
        }
        return names;
    }

    /** As the queue holds them: by the names of the training command's options. */
    TrainingParameters parameters() {
        SortedMap<String, String> options = new TreeMap<>();
        put(options, "algorithm", algorithm);
        put(options, "grid", grid);
        put(options, "since", since);
        put(options, "without", without == null || without.isEmpty() ? null : String.join(",", without));
        put(options, "trees", trees);
        put(options, "depth", depth);
        put(options, "min-instances", minInstances);
        put(options, "seed", seed);
        put(options, "learning-curve", Boolean.TRUE.equals(learningCurve) ? true : null);
        return new TrainingParameters(options);
    }

    private static void put(SortedMap<String, String> options, String name, @Nullable Object value) {
        if (value != null) {
            options.put(name, value.toString().toLowerCase(Locale.ROOT));
        }
    }
}
