package io.churnwatch.scoring.pmml;

import io.churnwatch.scoring.forest.Link;
import io.churnwatch.scoring.forest.Precision;
import io.churnwatch.scoring.pmml.document.UnsupportedPmmlException;
import java.util.List;
import org.dmg.pmml.OutputField;
import org.dmg.pmml.regression.NumericPredictor;
import org.dmg.pmml.regression.RegressionModel;
import org.dmg.pmml.regression.RegressionTable;

/**
 * The regression that makes a probability of the sum of boosted trees.
 *
 * @see <a href="https://dmg.org/pmml/v4-4-1/Regression.html">PMML 4.4, Regression</a>
 */
final class RegressionLink {
    static Link of(RegressionModel model, OutputField sum, Classes classes) throws UnsupportedPmmlException {
        String place = "RegressionModel";
        List<RegressionTable> tables = model.requireRegressionTables();
        if (tables.size() != 2 || model.getLocalTransformations() != null || model.getTargets() != null) {
            throw new UnsupportedPmmlException(
                    "Not supported: " + place + " of other than two RegressionTables, or with transformations");
        }
        boolean first = classes.isPositive(tables.get(0).requireTargetCategory(), place);
        if (classes.isPositive(tables.get(1).requireTargetCategory(), place) == first) {
            throw new UnsupportedPmmlException(place + " has two RegressionTables of one class");
        }
        Precision precision = MathContexts.precision(model, place);
        line(tables.get(1), sum.requireName(), precision); // has no influence, but must be one that we read
        Link probability = line(tables.get(0), sum.requireName(), precision)
                .then(normalization(model, isZero(tables.get(1)), precision));
        return first ? probability : probability.then(value -> precision.round(1 - value));
    }

    private static Link line(RegressionTable table, String sum, Precision precision) throws UnsupportedPmmlException {
        double intercept = precision.round(table.requireIntercept().doubleValue());
        if (table.hasCategoricalPredictors()
                || table.hasPredictorTerms()
                || table.getNumericPredictors().size() > 1
                || !Double.isFinite(intercept)) {
            throw unsupported("RegressionTable of more than one NumericPredictor");
        }
        if (!table.hasNumericPredictors()) {
            return any -> intercept;
        }
        NumericPredictor predictor = table.getNumericPredictors().get(0);
        double coefficient = precision.round(predictor.requireCoefficient().doubleValue());
        if (!predictor.requireField().equals(sum) || predictor.getExponent() != 1 || !Double.isFinite(coefficient)) {
            throw unsupported("NumericPredictor " + predictor.requireField());
        }
        return value -> precision.round(precision.round(coefficient * precision.round(value)) + intercept);
    }

    private static boolean isZero(RegressionTable table) {
        return !table.hasNumericPredictors() && table.requireIntercept().doubleValue() == 0;
    }

    private static Link normalization(RegressionModel model, boolean otherIsZero, Precision precision)
            throws UnsupportedPmmlException {
        RegressionModel.NormalizationMethod method = model.getNormalizationMethod();
        return switch (method) {
            case NONE -> value -> Math.min(Math.max(value, 0), 1);
            case LOGIT -> value -> logistic(value, precision);
            case SOFTMAX -> {
                if (!otherIsZero) {
                    throw unsupported("normalizationMethod softmax of two sums");
                }
                yield value -> logistic(value, precision);
            }
            case CLOGLOG -> value -> precision.round(1 - precision.exp(-precision.exp(value)));
            case LOGLOG -> value -> precision.exp(-precision.exp(-value));
            default -> throw unsupported("normalizationMethod " + method.value());
        };
    }

    private static double logistic(double value, Precision precision) {
        return precision.round(1 / precision.round(1 + precision.exp(-value)));
    }

    private static UnsupportedPmmlException unsupported(String element) {
        return new UnsupportedPmmlException("Not supported: " + element + " in RegressionModel");
    }

    private RegressionLink() {}
}
