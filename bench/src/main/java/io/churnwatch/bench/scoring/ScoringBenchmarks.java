package io.churnwatch.bench.scoring;

import ai.onnxruntime.OrtException;
import io.churnwatch.bench.scoring.contender.JpmmlForest;
import io.churnwatch.bench.scoring.contender.NaiveWalk;
import io.churnwatch.bench.scoring.contender.OnnxForest;
import io.churnwatch.bench.scoring.contender.PlainTrees;
import io.churnwatch.bench.scoring.contender.SparkForest;
import io.churnwatch.bench.scoring.contender.TextbookTreeShap;
import io.churnwatch.bench.scoring.forest.ModelFiles;
import io.churnwatch.scoring.Features;
import io.churnwatch.scoring.NotScorableException;
import io.churnwatch.scoring.explain.Explanation;
import io.churnwatch.scoring.forest.ForestScorer;
import io.churnwatch.scoring.pmml.PmmlForest;
import io.churnwatch.scoring.pmml.document.UnsupportedPmmlException;
import io.churnwatch.scoring.shap.RowExplainer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.function.IntToDoubleFunction;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * One row per operation unless it says otherwise, and at every operation the next of some two thousand held-out customers: the same row again and again
 * would teach the processor its branches. Each state loads one engine only, so that no fork carries another's weight.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ScoringBenchmarks {
    private static final int AT_ONCE = 2_000;
    private static final int EXPLAINED_AT_ONCE = 508;

    /** Where the forest is. */
    @State(Scope.Thread)
    @SuppressWarnings("NullAway.Init") // JMH sets it
    public static class Model {
        @Param("")
        public String folder;

        ModelFiles files() {
            return new ModelFiles(Path.of(folder));
        }
    }

    /** Our engine. */
    @State(Scope.Thread)
    @SuppressWarnings("NullAway.Init") // JMH calls read first
    public static class Ours {
        PmmlForest forest;
        ForestScorer scorer;
        Features[] customers;
        double[][] rows;
        double[][] rowsAtOnce;
        double[] probabilities;
        int next;

        @Setup
        public void read(Model model) throws IOException, UnsupportedPmmlException, NotScorableException {
            forest = PmmlForest.read(model.files().pmml());
            scorer = forest.scorer();
            customers = model.files().customers();
            rows = new double[customers.length][];
            for (int i = 0; i < rows.length; i++) {
                rows[i] = forest.encode(customers[i]);
            }
            rowsAtOnce = Arrays.copyOf(rows, AT_ONCE);
            probabilities = new double[AT_ONCE];
        }

        int next() {
            next = next + 1 == rows.length ? 0 : next + 1;
            return next;
        }
    }

    /** Our explanations. */
    @State(Scope.Thread)
    @SuppressWarnings("NullAway.Init") // JMH calls read first
    public static class Explained {
        RowExplainer explainer;
        double[] contributions;
        double[][] rowsAtOnce;
        double[][] contributionsAtOnce;

        @Setup
        public void read(Ours ours) {
            explainer = ours.forest.explainer();
            contributions = new double[ours.rows[0].length];
            rowsAtOnce = Arrays.copyOf(ours.rows, EXPLAINED_AT_ONCE);
            contributionsAtOnce = new double[EXPLAINED_AT_ONCE][contributions.length];
        }
    }

    /** Spark's own forest. */
    @State(Scope.Thread)
    @SuppressWarnings("NullAway.Init") // JMH calls read first
    public static class Spark {
        IntToDoubleFunction forest;
        int customers;
        int next;

        @Setup
        public void read(Model model) throws IOException {
            forest = SparkForest.read(model.files());
            customers = model.files().customers().length;
        }

        int next() {
            next = next + 1 == customers ? 0 : next + 1;
            return next;
        }
    }

    /** ONNX Runtime. */
    @State(Scope.Thread)
    @SuppressWarnings("NullAway.Init") // JMH calls read first
    public static class Onnx {
        OnnxForest forest;
        float[][] vectors;
        int next;

        @Setup
        public void read(Model model) throws IOException, OrtException {
            vectors = model.files().vectors();
            forest = new OnnxForest(model.files().onnx(), vectors[0].length);
        }

        float[] next() {
            next = next + 1 == vectors.length ? 0 : next + 1;
            return vectors[next];
        }
    }

    /** The referee. */
    @State(Scope.Thread)
    @SuppressWarnings("NullAway.Init") // JMH calls read first
    public static class Jpmml {
        JpmmlForest forest;
        int customers;
        int next;

        @Setup
        public void read(Model files) throws IOException {
            Features[] all = files.files().customers();
            forest = new JpmmlForest(files.files().pmml(), all);
            customers = all.length;
        }

        int next() {
            next = next + 1 == customers ? 0 : next + 1;
            return next;
        }
    }

    /** The two baselines. */
    @State(Scope.Thread)
    @SuppressWarnings("NullAway.Init") // JMH calls read first
    public static class Plain {
        NaiveWalk walk;
        TextbookTreeShap shap;
        double[] contributions;
        double[][] rows;
        int next;

        @Setup
        public void read(Model model) throws IOException {
            PlainTrees trees = PlainTrees.read(model.files().pmml());
            walk = new NaiveWalk(trees);
            shap = new TextbookTreeShap(trees);
            contributions = new double[trees.fields().size()];
            rows = Arrays.stream(model.files().customers()).map(trees::encode).toArray(double[][]::new);
        }

        double[] next() {
            next = next + 1 == rows.length ? 0 : next + 1;
            return rows[next];
        }
    }

    @Benchmark
    public double ours(Ours ours) {
        return ours.scorer.score(ours.rows[ours.next()]);
    }

    @Benchmark
    public double oursFromProfile(Ours ours) throws NotScorableException {
        return ours.forest.score(ours.customers[ours.next()]);
    }

    @Benchmark
    @OperationsPerInvocation(AT_ONCE)
    public double[] oursAtOnce(Ours ours) {
        ours.scorer.score(ours.rowsAtOnce, ours.probabilities);
        return ours.probabilities;
    }

    @Benchmark
    public double naive(Plain plain) {
        return plain.walk.score(plain.next());
    }

    @Benchmark
    public double spark(Spark spark) {
        return spark.forest.applyAsDouble(spark.next());
    }

    @Benchmark
    public double onnxRuntime(Onnx onnx) throws OrtException {
        return onnx.forest.score(onnx.next());
    }

    @Benchmark
    public double jpmml(Jpmml jpmml) {
        return jpmml.forest.score(jpmml.next());
    }

    @Benchmark
    public double treeShap(Ours ours, Explained explained) {
        return explained.explainer.explain(ours.rows[ours.next()], explained.contributions);
    }

    @Benchmark
    public Explanation treeShapFromProfile(Ours ours) throws NotScorableException {
        return ours.forest.explain(ours.customers[ours.next()]);
    }

    @Benchmark
    @OperationsPerInvocation(EXPLAINED_AT_ONCE)
    public double[][] treeShapAtOnce(Ours ours, Explained explained) {
        explained.explainer.explain(explained.rowsAtOnce, ours.probabilities, explained.contributionsAtOnce);
        return explained.contributionsAtOnce;
    }

    @Benchmark
    public double[] textbookTreeShap(Plain plain) {
        plain.shap.explain(plain.next(), plain.contributions);
        return plain.contributions;
    }
}
