package io.churnwatch.stream.score;

import io.churnwatch.scoring.ChurnModel;
import io.churnwatch.scoring.Features;
import io.churnwatch.scoring.InputField;
import io.churnwatch.scoring.NotScorableException;
import java.util.List;

/** A model that needs what no customer has. */
record UnableModel() implements ChurnModel {
    @Override
    public List<InputField> inputFields() {
        return List.of();
    }

    @Override
    public double score(Features features) throws NotScorableException {
        throw new NotScorableException("shoe_size", "The model needs shoe_size, which is unknown");
    }
}
