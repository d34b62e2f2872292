package io.churnwatch.bench.scoring.contender;

import io.churnwatch.training.publish.ModelFolder;
import io.churnwatch.training.support.LocalSpark;
import io.churnwatch.training.train.FittedModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.IntToDoubleFunction;
import org.apache.spark.ml.classification.ProbabilisticClassificationModel;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.SparkSession;

/**
 * Scores the held-out customers of a model's folder one at a time, as Spark itself does it: their position in
 * {@code scores.csv} in, probability of churn out. The vectors are ready and no session is needed, which is the fastest that Spark
 * has. {@code SparkForest} loads this class by name, as most benchmarks run without Spark.
 */
public final class HeldOutScorer implements IntToDoubleFunction {
    private final ProbabilisticClassificationModel<Vector, ?> classifier;
    private final Vector[] customers;

    /**
     * Reads what a training wrote.
     *
     * @param folder as it was given to a training with {@code --out}
     */
    public HeldOutScorer(Path folder) throws IOException {
        ModelFolder model = new ModelFolder(folder);
        try (SparkSession spark = LocalSpark.start()) {
            FittedModel fitted = model.fitted();
            classifier = fitted.classifier();
            customers = fitted.vectors(model.heldOut(spark)).toArray(Vector[]::new);
        }
    }

    @Override
    public double applyAsDouble(int customer) {
        return FittedModel.probability(classifier.predictProbability(customers[customer]));
    }
}
