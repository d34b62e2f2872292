package io.churnwatch.stream.score;

import io.churnwatch.feed.AttributeValue;
import io.churnwatch.scoring.Features;
import io.churnwatch.scoring.InputField;
import io.churnwatch.scoring.NotScorableException;
import io.churnwatch.scoring.explain.ExplainableModel;
import io.churnwatch.scoring.explain.Explanation;
import io.churnwatch.scoring.explain.FieldEffect;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A model whose score can be told by heart: the age in hundredths, times a factor. */
record AgeModel(double factor) implements ExplainableModel {
    @Override
    public List<InputField> inputFields() {
        return List.of(new InputField("age", InputField.Kind.NUMBER, List.of()));
    }

    @Override
    public double score(Features features) throws NotScorableException {
        AttributeValue age = features.value("age");
        if (age == null || age.number() == null) {
            throw new NotScorableException("age", "The model needs age, which is unknown");
        }
        return Math.min(1, factor * age.number() / 100);
    }

    @Override
    public Explanation explain(Features features) throws NotScorableException {
        double probability = score(features);
        return new Explanation(0.4, probability, Map.of("age", probability - 0.4));
    }

    @Override
    public Optional<FieldEffect> effect(String field, Features features) {
        return Optional.empty();
    }
}
