package io.churnwatch.bench.scoring;

import ai.onnxruntime.OrtException;
import io.churnwatch.bench.scoring.contender.HeldOutScorer;
import io.churnwatch.bench.scoring.contender.JpmmlForest;
import io.churnwatch.bench.scoring.contender.OnnxForest;
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

    /** Where the forest is, and which of its held-out customers is next. */
    @State(Scope.Thread)
    @SuppressWarnings("NullAway.Init") // JMH sets the folder, and calls read first
    public static class Model {
        @Param("")
        public String folder;

        ModelFiles files;
        Features[] customers;
        int next;

        @Setup
        public void read() throws IOException {
            files = new ModelFiles(Path.of(folder));
            customers = files.customers();
        }

        int next() {
            next = next + 1 == customers.length ? 0 : next + 1;
            return next;
        }
    }

    /** Our engine. */
    @State(Scope.Thread)
    @SuppressWarnings("NullAway.Init") // JMH calls read first
    public static class Ours {
        PmmlForest forest;
        ForestScorer scorer;
        double[][] rows;
        double[][] rowsAtOnce;
        double[] probabilities;

        @Setup
        public void read(Model model) throws IOException, UnsupportedPmmlException, NotScorableException {
            forest = PmmlForest.read(model.files.pmml());
            scorer = forest.scorer();
            rows = new double[model.customers.length][];
            for (int i = 0; i < rows.length; i++) {
                rows[i] = forest.encode(model.customers[i]);
            }
            rowsAtOnce = Arrays.copyOf(rows, AT_ONCE);
            probabilities = new double[AT_ONCE];
        }
    }

    /** Our explanations, and the textbook's. */
    @State(Scope.Thread)
    @SuppressWarnings("NullAway.Init") // JMH calls read first
    public static class Explained {
        RowExplainer explainer;
        TextbookTreeShap textbook;
        double[] contributions;
        double[][] rowsAtOnce;
        double[][] contributionsAtOnce;

        @Setup
        public void read(Ours ours) {
            explainer = ours.forest.explainer();
            textbook = new TextbookTreeShap(ours.forest.trees());
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

        @Setup
        public void read(Model model) throws IOException {
            forest = new HeldOutScorer(Path.of(model.folder));
        }
    }

    /** ONNX Runtime. */
    @State(Scope.Thread)
    @SuppressWarnings("NullAway.Init") // JMH calls read first
    public static class Onnx {
        OnnxForest forest;
        float[][] vectors;

        @Setup
        public void read(Model model) throws IOException, OrtException {
            vectors = model.files.vectors();
            forest = new OnnxForest(model.files.onnx(), vectors[0].length);
        }
    }

    /** The referee. */
    @State(Scope.Thread)
    @SuppressWarnings("NullAway.Init") // JMH calls read first
    public static class Jpmml {
        JpmmlForest forest;

        @Setup
        public void read(Model model) throws IOException {
            forest = new JpmmlForest(model.files.pmml(), model.customers);
        }
    }

    @Benchmark
    public double ours(Model model, Ours ours) {
        return ours.scorer.score(ours.rows[model.next()]);
    }

    @Benchmark
    public double oursFromProfile(Model model, Ours ours) throws NotScorableException {
        return ours.forest.score(model.customers[model.next()]);
    }

    @Benchmark
    @OperationsPerInvocation(AT_ONCE)
    public double[] oursAtOnce(Ours ours) {
        ours.scorer.score(ours.rowsAtOnce, ours.probabilities);
        return ours.probabilities;
    }

    @Benchmark
    public double spark(Model model, Spark spark) {
        return spark.forest.applyAsDouble(model.next());
    }

    @Benchmark
    public double onnxRuntime(Model model, Onnx onnx) throws OrtException {
        return onnx.forest.score(onnx.vectors[model.next()]);
    }

    @Benchmark
    public double jpmml(Model model, Jpmml jpmml) throws NotScorableException {
        return jpmml.forest.score(model.next());
    }

    @Benchmark
    public double treeShap(Model model, Ours ours, Explained explained) {
        return explained.explainer.explain(ours.rows[model.next()], explained.contributions);
    }

    @Benchmark
    public Explanation treeShapFromProfile(Model model, Ours ours) throws NotScorableException {
        return ours.forest.explain(model.customers[model.next()]);
    }

    @Benchmark
    @OperationsPerInvocation(EXPLAINED_AT_ONCE)
    public double[][] treeShapAtOnce(Ours ours, Explained explained) {
        explained.explainer.explain(explained.rowsAtOnce, ours.probabilities, explained.contributionsAtOnce);
        return explained.contributionsAtOnce;
    }

    @Benchmark
    public double[] textbookTreeShap(Model model, Ours ours, Explained explained) {
        explained.textbook.explain(ours.rows[model.next()], explained.contributions);
        return explained.contributions;
    }
}
