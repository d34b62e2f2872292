package io.churnwatch.bench.scoring.contender;

import ai.onnxruntime.OrtException;
import io.churnwatch.bench.process.BenchmarkFailedException;
import io.churnwatch.bench.scoring.contender.Agreement.Check;
import io.churnwatch.bench.scoring.forest.Origin;
import io.churnwatch.bench.scoring.forest.TrainedForest;
import io.churnwatch.bench.scoring.forest.TreeliteProgram;
import io.churnwatch.scoring.Features;
import io.churnwatch.scoring.NotScorableException;
import io.churnwatch.scoring.pmml.PmmlForest;
import io.churnwatch.scoring.pmml.document.UnsupportedPmmlException;
import io.churnwatch.scoring.shap.RowExplainer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Compares the contenders of a forest with our engine, on all held-out customers. */
public final class AgreementCheck {
    private static final double LAST_BIT = 0;
    private static final double ROUNDING = 1e-12; // the same doubles, added in another order
    private static final double FLOAT = 1e-5; // probabilities of the leaves as floats
    private static final double CONTRIBUTION = 1e-9;

    /** The textbook's TreeSHAP takes milliseconds per row. */
    private static final int EXPLAINED = 50;

    private final TrainedForest trained;
    private final PmmlForest forest;
    private final Features[] customers;
    private final double[][] rows;
    private final double[] scores;
    private final List<Check> checks = new ArrayList<>();

    private AgreementCheck(TrainedForest trained) throws IOException, UnsupportedPmmlException, NotScorableException {
        this.trained = trained;
        this.forest = PmmlForest.read(trained.files().pmml());
        this.customers = trained.files().customers();
        this.rows = new double[customers.length][];
        this.scores = new double[customers.length];
        for (int i = 0; i < scores.length; i++) {
            rows[i] = forest.encode(customers[i]);
            scores[i] = forest.score(customers[i]);
        }
    }

    /**
     * Scores everything once with every contender.
     *
     * @throws BenchmarkFailedException when one of them cannot score it
     */
    public static Agreement of(TrainedForest trained) {
        try {
            AgreementCheck check = new AgreementCheck(trained);
            check.trainerAndReferee();
            if (trained.origin() == Origin.SPARK) {
                check.manyRowsAtOnce();
                check.contributions();
            } else {
                check.peers();
            }
            return new Agreement(check.customers.length, check.checks);
        } catch (IOException | UnsupportedPmmlException | NotScorableException | OrtException e) {
            throw new BenchmarkFailedException(trained + " cannot be scored: " + e.getMessage(), e);
        }
    }

    private void trainerAndReferee() throws IOException, NotScorableException {
        JpmmlForest jpmml = new JpmmlForest(trained.files().pmml(), customers);
        double[] referee = new double[customers.length];
        for (int i = 0; i < referee.length; i++) {
            referee[i] = jpmml.score(i);
        }
        compare("jpmml", referee, LAST_BIT);
        compare(trained.origin().title(), trained.files().trainersScores(), ROUNDING);
    }

    private void manyRowsAtOnce() {
        double[] probabilities = new double[rows.length];
        forest.scorer().score(rows, probabilities);
        compare("our own of all rows at once", probabilities, LAST_BIT);
    }

    private void contributions() {
        RowExplainer explainer = forest.explainer();
        TextbookTreeShap textbook = new TextbookTreeShap(forest.trees());
        double[][] atOnce = new double[rows.length][rows[0].length];
        explainer.explain(rows, new double[rows.length], atOnce);
        double[] ours = new double[rows[0].length];
        double[] theirs = new double[rows[0].length];
        double fromTextbook = 0;
        double fromAtOnce = 0;
        for (int i = 0; i < rows.length; i++) {
            explainer.explain(rows[i], ours);
            fromAtOnce = Math.max(fromAtOnce, greatestDifference(ours, atOnce[i]));
            if (i < EXPLAINED) {
                textbook.explain(rows[i], theirs);
                fromTextbook = Math.max(fromTextbook, greatestDifference(ours, theirs));
            }
        }
        checks.add(new Check("the textbook's TreeSHAP", fromTextbook, CONTRIBUTION));
        checks.add(new Check("our own TreeSHAP of all rows at once", fromAtOnce, CONTRIBUTION));
    }

    private void peers() throws IOException, OrtException {
        float[][] vectors = trained.files().vectors();
        try (OnnxForest onnx = new OnnxForest(trained.files().onnx(), vectors[0].length)) {
            double[] answers = new double[vectors.length];
            for (int i = 0; i < answers.length; i++) {
                answers[i] = onnx.score(vectors[i]);
            }
            compare("ONNX Runtime", answers, FLOAT);
        }
        for (TreeliteProgram program : TreeliteProgram.compiled(trained.files())) {
            compare(program.name(), program.scores(), ROUNDING);
        }
    }

    private void compare(String who, double[] theirs, double allowed) {
        if (theirs.length != scores.length) {
            throw new BenchmarkFailedException(
                    who + " scored " + theirs.length + " of the " + scores.length + " rows of " + trained);
        }
        checks.add(new Check(who, greatestDifference(scores, theirs), allowed));
    }

    private static double greatestDifference(double[] ours, double[] theirs) {
        return IntStream.range(0, ours.length)
                .mapToDouble(i -> Math.abs(ours[i] - theirs[i]))
                .reduce(0, Math::max);
    }
}
