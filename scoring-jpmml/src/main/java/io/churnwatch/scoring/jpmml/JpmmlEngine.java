package io.churnwatch.scoring.jpmml;

import io.churnwatch.scoring.ChurnModel;
import io.churnwatch.scoring.Features;
import io.churnwatch.scoring.InputField;
import io.churnwatch.scoring.NotScorableException;
import io.churnwatch.scoring.explain.ExplainableModel;
import io.churnwatch.scoring.explain.Explanation;
import io.churnwatch.scoring.explain.FieldEffect;
import io.churnwatch.scoring.pmml.PmmlEngine;
import io.churnwatch.scoring.pmml.document.UnsupportedPmmlException;
import java.util.List;
import java.util.Optional;

/** Scores with jpmml behind {@link PmmlEngine}, for programs that have this module on the class path. */
public final class JpmmlEngine implements PmmlEngine {
    @Override
    public ExplainableModel read(byte[] pmml) throws UnsupportedPmmlException {
        JpmmlModel model = readable(pmml);
        model.verify();
        return new Unexplained(model);
    }

    private static JpmmlModel readable(byte[] pmml) throws UnsupportedPmmlException {
        try {
            return JpmmlModel.read(pmml);
        } catch (IllegalArgumentException e) {
            throw new UnsupportedPmmlException(String.valueOf(e.getMessage()), e);
        }
    }

    /** jpmml scores and does not explain. */
    private record Unexplained(ChurnModel model) implements ExplainableModel {
        private static final String WHY = "jpmml computes no contributions";

        @Override
        public List<InputField> inputFields() {
            return model.inputFields();
        }

        @Override
        public double score(Features features) throws NotScorableException {
            return model.score(features);
        }

        @Override
        public Optional<String> whyNotExplainable() {
            return Optional.of(WHY);
        }

        @Override
        public Explanation explain(Features features) {
            throw new UnsupportedOperationException(WHY);
        }

        @Override
        public Optional<FieldEffect> effect(String field, Features features) {
            throw new UnsupportedOperationException(WHY);
        }
    }
}
