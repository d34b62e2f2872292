package io.churnwatch.bench.scoring.contender;

import ai.onnxruntime.OrtException;
import io.churnwatch.bench.process.BenchmarkFailedException;
import io.churnwatch.bench.scoring.contender.Agreement.Check;
import io.churnwatch.bench.scoring.forest.Origin;
import io.churnwatch.bench.scoring.forest.TrainedForest;
import io.churnwatch.bench.scoring.forest.TreeliteProgram;
import io.churnwatch.scoring.Features;
import io.churnwatch.scoring.NotScorableException;
import io.churnwatch.scoring.explain.Explanation;
import io.churnwatch.scoring.pmml.PmmlForest;
import io.churnwatch.scoring.pmml.document.UnsupportedPmmlException;
import io.churnwatch.scoring.shap.RowExplainer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Holds the contenders of a forest against our engine, on all held-out customers. */
public final class AgreementCheck {
    private static final double LAST_BIT = 0;
    private static final double ROUNDING = 1e-12; // the same doubles, added in another order
    private static final double FLOAT = 1e-5; // probabilities of the leaves as floats
    private static final double CONTRIBUTION = 1e-9;

    /** The textbook's TreeSHAP takes milliseconds per row. */
    private static final int EXPLAINED = 50;

    private final TrainedForest trained;
    private final PmmlForest forest;
    private final byte[] pmml;
    private final Features[] customers;
    private final double[][] rows;
    private final double[] scores;

    private AgreementCheck(TrainedForest trained) throws IOException, UnsupportedPmmlException, NotScorableException {
        this.trained = trained;
        this.pmml = trained.files().pmml();
        this.forest = PmmlForest.read(pmml);
        this.customers = trained.files().customers();
        this.rows = new double[customers.length][];
        this.scores = new double[customers.length];
        for (int i = 0; i < scores.length; i++) {
            rows[i] = forest.encode(customers[i]);
            scores[i] = forest.score(customers[i]);
        }
    }

    /**
     * Scores everything once with everyone.
     *
     * @throws BenchmarkFailedException when someone cannot score it
     */
    public static Agreement of(TrainedForest trained) {
        try {
            AgreementCheck check = new AgreementCheck(trained);
            List<Check> others = trained.origin() == Origin.SPARK ? check.baselines() : check.peers();
            return new Agreement(
                    check.customers.length,
                    Stream.concat(check.everywhere().stream(), others.stream()).toList());
        } catch (IOException | UnsupportedPmmlException | NotScorableException | OrtException e) {
            throw new BenchmarkFailedException(trained + " cannot be scored: " + e.getMessage(), e);
        }
    }

    private List<Check> everywhere() throws IOException {
        JpmmlForest jpmml = new JpmmlForest(pmml, customers);
        return List.of(
                check(
                        "jpmml",
                        IntStream.range(0, scores.length)
                                .mapToDouble(jpmml::score)
                                .toArray(),
                        LAST_BIT),
                check(trained.origin().title(), trained.files().trainersScores(), ROUNDING));
    }

    private List<Check> baselines() throws NotScorableException {
        PlainTrees trees = PlainTrees.read(pmml);
        NaiveWalk walk = new NaiveWalk(trees);
        double[] walked = Arrays.stream(customers)
                .mapToDouble(customer -> walk.score(trees.encode(customer)))
                .toArray();
        return List.of(
                check("the naive walk", walked, LAST_BIT),
                check("our own of all rows at once", scoresAtOnce(), LAST_BIT),
                new Check("the textbook's TreeSHAP", contributionDifference(trees), CONTRIBUTION),
                new Check("our own TreeSHAP of all rows at once", atOnceDifference(), CONTRIBUTION));
    }

    private List<Check> peers() throws IOException, OrtException {
        float[][] vectors = trained.files().vectors();
        List<Check> checks = new ArrayList<>();
        try (OnnxForest onnx = new OnnxForest(trained.files().onnx(), vectors[0].length)) {
            double[] answers = new double[vectors.length];
            for (int i = 0; i < answers.length; i++) {
                answers[i] = onnx.score(vectors[i]);
            }
            checks.add(check("ONNX Runtime", answers, FLOAT));
        }
        for (TreeliteProgram program : TreeliteProgram.compiled(trained.files())) {
            checks.add(check(program.name(), program.scores(), ROUNDING));
        }
        return checks;
    }

    private Check check(String who, double[] theirs, double allowed) {
        if (theirs.length != scores.length) {
            throw new BenchmarkFailedException(
                    who + " scored " + theirs.length + " of the " + scores.length + " rows of " + trained);
        }
        double greatest = IntStream.range(0, scores.length)
                .mapToDouble(i -> Math.abs(scores[i] - theirs[i]))
                .reduce(0, Math::max);
        return new Check(who, greatest, allowed);
    }

    private double[] scoresAtOnce() {
        double[] probabilities = new double[rows.length];
        forest.scorer().score(rows, probabilities);
        return probabilities;
    }

    private double atOnceDifference() {
        RowExplainer explainer = forest.explainer();
        double[][] atOnce = new double[rows.length][rows[0].length];
        explainer.explain(rows, new double[rows.length], atOnce);
        double[] alone = new double[rows[0].length];
        double greatest = 0;
        for (int i = 0; i < rows.length; i++) {
            explainer.explain(rows[i], alone);
            for (int f = 0; f < alone.length; f++) {
                greatest = Math.max(greatest, Math.abs(atOnce[i][f] - alone[f]));
            }
        }
        return greatest;
    }

    private double contributionDifference(PlainTrees trees) throws NotScorableException {
        TextbookTreeShap textbook = new TextbookTreeShap(trees);
        double[] contributions = new double[trees.fields().size()];
        double greatest = 0;
        for (Features customer : Arrays.copyOf(customers, Math.min(EXPLAINED, customers.length))) {
            Explanation ours = forest.explain(customer);
            textbook.explain(trees.encode(customer), contributions);
            for (int f = 0; f < contributions.length; f++) {
                double difference = ours.contribution(trees.fields().get(f)) - contributions[f];
                greatest = Math.max(greatest, Math.abs(difference));
            }
        }
        return greatest;
    }
}
