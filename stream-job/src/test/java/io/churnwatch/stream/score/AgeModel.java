package io.churnwatch.stream.score;

import io.churnwatch.feed.AttributeValue;
import io.churnwatch.scoring.ChurnModel;
import io.churnwatch.scoring.Features;
import io.churnwatch.scoring.InputField;
import io.churnwatch.scoring.NotScorableException;
import java.util.List;

/** A model whose score can be told by heart: the age in hundredths, times a factor. */
record AgeModel(double factor) implements ChurnModel {
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
}
