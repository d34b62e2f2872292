package io.churnwatch.bench.scoring.contender;

import io.churnwatch.bench.process.BenchmarkFailedException;
import io.churnwatch.bench.scoring.forest.ModelFiles;
import java.nio.file.Path;
import java.util.function.IntToDoubleFunction;

/**
 * Spark's own forest, in a JVM that has the class path of {@code training-spark} as well. By name, as most of this module runs
 * without Spark; once it is read, nothing stands between a caller and Spark but an interface of the JDK.
 */
public final class SparkForest {
    private static final String SCORER = "io.churnwatch.bench.spark.HeldOutScorer";

    /** A function from the position of a held-out customer to the probability of churn. */
    public static IntToDoubleFunction read(ModelFiles files) {
        try {
            return Class.forName(SCORER)
                    .asSubclass(IntToDoubleFunction.class)
                    .getConstructor(Path.class)
                    .newInstance(files.folder());
        } catch (ReflectiveOperationException e) {
            throw new BenchmarkFailedException("Spark's forest cannot be read: " + e.getCause(), e);
        }
    }

    private SparkForest() {}
}
