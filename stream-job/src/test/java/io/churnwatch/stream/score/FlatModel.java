package io.churnwatch.stream.score;

import io.churnwatch.scoring.ChurnModel;
import io.churnwatch.scoring.Features;
import io.churnwatch.scoring.InputField;
import io.churnwatch.scoring.NotScorableException;
import io.churnwatch.scoring.explain.ExplainableModel;
import io.churnwatch.scoring.explain.Explanation;
import io.churnwatch.scoring.explain.FieldEffect;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A model that says the same of everybody. */
record FlatModel(double score) implements ExplainableModel {
    @Override
    public List<InputField> inputFields() {
        return List.of();
    }

    @Override
    public double score(Features features) throws NotScorableException {
        return ChurnModel.requireProbability(score);
    }

    @Override
    public Explanation explain(Features features) {
        return new Explanation(score, score, Map.of());
    }

    @Override
    public Optional<FieldEffect> effect(String field, Features features) {
        return Optional.empty();
    }
}
