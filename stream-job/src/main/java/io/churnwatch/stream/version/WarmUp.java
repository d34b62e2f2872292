package io.churnwatch.stream.version;

import io.churnwatch.feed.AttributeValue;
import io.churnwatch.feed.ProfileField;
import io.churnwatch.scoring.Features;
import io.churnwatch.scoring.InputField;
import io.churnwatch.scoring.NotScorableException;
import io.churnwatch.scoring.explain.ExplainableModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Runs a model before its first customer, so that its trees are in memory and its code is compiled when they come. */
final class WarmUp {
    private static final int SCORES = 2_000;
    private static final int EXPLANATIONS = 64; // walks every tree; more would only take longer
    private static final int ROUNDS = 5;
    private static final double SPAN_MAX = 200_000; // of a balance: believable ones go far beyond the usual

    /** Scores and explains customers that are made up of the values which the model's fields may have. */
    static void warm(ExplainableModel model) {
        Random random = new Random(42);
        List<Features> scored = new ArrayList<>();
        for (int i = 0; i < SCORES; i++) {
            Features features = Features.of(madeUp(model.inputFields(), random));
            try {
                model.score(features);
                scored.add(features);
            } catch (NotScorableException e) {
                // A model may refuse a made-up customer; it has run all the same.
            }
        }
        if (model.whyNotExplainable().isEmpty()) {
            explain(model, scored.subList(0, Math.min(EXPLANATIONS, scored.size())));
        }
    }

    private static void explain(ExplainableModel model, List<Features> scored) {
        try {
            for (int i = 0; i < ROUNDS; i++) {
                model.explainAll(scored);
            }
        } catch (NotScorableException e) {
            throw new IllegalStateException("A customer who was scored cannot be explained", e);
        }
    }

    private static Map<String, AttributeValue> madeUp(List<InputField> fields, Random random) {
        Map<String, AttributeValue> values = new HashMap<>();
        for (InputField field : fields) {
            List<String> categories = field.categories();
            values.put(
                    field.name(),
                    categories.isEmpty()
                            ? AttributeValue.of(number(field.name(), random))
                            : AttributeValue.of(categories.get(random.nextInt(categories.size()))));
        }
        return values;
    }

    private static double number(String name, Random random) {
        double min = ProfileField.named(name).map(ProfileField::min).orElse(0.0);
        double max = ProfileField.named(name).map(ProfileField::max).orElse(100.0);
        return Math.rint(min + random.nextDouble() * Math.min(max - min, SPAN_MAX));
    }

    private WarmUp() {}
}
