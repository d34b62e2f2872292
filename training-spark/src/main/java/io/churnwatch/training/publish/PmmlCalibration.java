package io.churnwatch.training.publish;

import io.churnwatch.training.evaluate.Isotonic;
import org.dmg.pmml.DataType;
import org.dmg.pmml.LinearNorm;
import org.dmg.pmml.NormContinuous;
import org.dmg.pmml.OpType;
import org.dmg.pmml.OutlierTreatmentMethod;
import org.dmg.pmml.OutputField;
import org.dmg.pmml.PMML;
import org.dmg.pmml.ResultFeature;

/**
 * A calibration as an output beside the model's own probability, which it interpolates between points. The exporter knows no
 * calibration, so it is written here.
 *
 * @see <a href="https://dmg.org/pmml/v4-4-1/Output.html">PMML 4.4, Output</a>
 */
final class PmmlCalibration {
    private static final String PROBABILITY = "probability(1)";
    private static final String CALIBRATED = "calibrated(1)";

    static void add(PMML pmml, Isotonic calibration) {
        LinearNorm[] points = calibration.points().stream()
                .map(point -> new LinearNorm(point.raw(), point.calibrated()))
                .toArray(LinearNorm[]::new);
        NormContinuous line = new NormContinuous(PROBABILITY, null)
                .setOutlierTreatment(OutlierTreatmentMethod.AS_EXTREME_VALUES)
                .addLinearNorms(points);
        pmml.getModels()
                .get(0)
                .getOutput()
                .addOutputFields(new OutputField(CALIBRATED, OpType.CONTINUOUS, DataType.DOUBLE)
                        .setResultFeature(ResultFeature.TRANSFORMED_VALUE)
                        .setExpression(line));
    }

    private PmmlCalibration() {}
}
