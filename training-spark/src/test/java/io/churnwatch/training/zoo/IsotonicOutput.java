package io.churnwatch.training.zoo;

import io.churnwatch.training.data.TrainingColumns;
import java.util.stream.IntStream;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.functions;
import org.apache.spark.ml.regression.IsotonicRegression;
import org.apache.spark.ml.regression.IsotonicRegressionModel;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.dmg.pmml.DataType;
import org.dmg.pmml.LinearNorm;
import org.dmg.pmml.NormContinuous;
import org.dmg.pmml.OpType;
import org.dmg.pmml.OutlierTreatmentMethod;
import org.dmg.pmml.OutputField;
import org.dmg.pmml.PMML;
import org.dmg.pmml.ResultFeature;

/** A calibrated probability beside the forest's own, as an output that interpolates between points. */
final class IsotonicOutput {
    /** The exporter has no converter for it, so it is fitted beside the pipeline. */
    static void add(PMML pmml, PipelineModel fitted, Dataset<Row> training) {
        Dataset<Row> scored = fitted.transform(training);
        IsotonicRegressionModel isotonic = new IsotonicRegression()
                .setFeaturesCol("leaves")
                .setLabelCol(TrainingColumns.EXITED)
                .setPredictionCol("calibrated")
                .fit(scored.withColumn(
                        "leaves",
                        functions
                                .vector_to_array(scored.col("probability"), "float64")
                                .getItem(1)));
        pmml.getModels()
                .get(0)
                .getOutput()
                .addOutputFields(new OutputField("calibrated", OpType.CONTINUOUS, DataType.DOUBLE)
                        .setResultFeature(ResultFeature.TRANSFORMED_VALUE)
                        .setExpression(interpolation(isotonic)));
    }

    private static NormContinuous interpolation(IsotonicRegressionModel isotonic) {
        LinearNorm[] points = IntStream.range(0, isotonic.boundaries().size())
                .mapToObj(i -> new LinearNorm(
                        isotonic.boundaries().apply(i), isotonic.predictions().apply(i)))
                .toArray(LinearNorm[]::new);
        return new NormContinuous("probability(1)", null)
                .setOutlierTreatment(OutlierTreatmentMethod.AS_EXTREME_VALUES)
                .addLinearNorms(points);
    }

    private IsotonicOutput() {}
}
