package io.churnwatch.stream.score;

import io.churnwatch.scoring.ChurnModel;
import io.churnwatch.scoring.Features;
import io.churnwatch.scoring.InputField;
import java.util.List;

/** A model with a bug. */
record BrokenModel() implements ChurnModel {
    @Override
    public List<InputField> inputFields() {
        return List.of();
    }

    @Override
    public double score(Features features) {
        throw new IllegalStateException("Not even wrong");
    }
}
