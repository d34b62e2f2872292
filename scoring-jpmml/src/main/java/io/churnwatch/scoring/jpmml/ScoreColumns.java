package io.churnwatch.scoring.jpmml;

import io.churnwatch.scoring.ChurnModel;
import io.churnwatch.scoring.Features;
import io.churnwatch.scoring.InputField;
import io.churnwatch.scoring.NotScorableException;
import io.churnwatch.scoring.explain.ExplainableModel;
import io.churnwatch.scoring.explain.Explanation;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** The columns written for every customer: numbers under titles. */
sealed interface ScoreColumns {
    List<String> titles();

    /** As many as there are titles. */
    double[] values(Features features) throws NotScorableException;

    /** The probability alone. */
    record Probability(ChurnModel model) implements ScoreColumns {
        @Override
        public List<String> titles() {
            return List.of("probability");
        }

        @Override
        public double[] values(Features features) throws NotScorableException {
            return new double[] {model.score(features)};
        }
    }

    /** The probability, what each input field contributes to it, and the base: base + Σ contributions = probability. */
    record Explained(ExplainableModel model) implements ScoreColumns {
        @Override
        public List<String> titles() {
            return Stream.of(Stream.of("probability"), inputs(), Stream.of("base"))
                    .flatMap(names -> names)
                    .toList();
        }

        @Override
        public double[] values(Features features) throws NotScorableException {
            Explanation explanation = model.explain(features);
            return DoubleStream.concat(
                            DoubleStream.concat(
                                    DoubleStream.of(explanation.probability()),
                                    inputs().mapToDouble(explanation::contribution)),
                            DoubleStream.of(explanation.base()))
                    .toArray();
        }

        private Stream<String> inputs() {
            return model.inputFields().stream().map(InputField::name);
        }
    }
}
