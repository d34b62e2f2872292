package io.churnwatch.scoring.pmml.field;

import io.churnwatch.scoring.forest.NoValue;
import io.churnwatch.scoring.pmml.document.UnsupportedPmmlException;
import java.util.List;
import org.dmg.pmml.LinearNorm;
import org.dmg.pmml.NormContinuous;
import org.dmg.pmml.OutlierTreatmentMethod;

/**
 * A line through points, as NormContinuous draws it: scaled features, and the isotonic calibration of a probability.
 *
 * @param x ascending; equal neighbours are a step
 * @see <a href="https://dmg.org/pmml/v4-4-1/Transformations.html#xsdElement_NormContinuous">PMML 4.4, NormContinuous</a>
 */
public record PiecewiseLinear(double[] x, double[] y, OutlierTreatmentMethod outliers) {
    public static PiecewiseLinear of(NormContinuous norm, String place) throws UnsupportedPmmlException {
        List<LinearNorm> points = norm.requireLinearNorms();
        double[] x = points.stream()
                .mapToDouble(point -> point.requireOrig().doubleValue())
                .toArray();
        double[] y = points.stream()
                .mapToDouble(point -> point.requireNorm().doubleValue())
                .toArray();
        boolean ascending = x.length >= 2;
        for (int i = 1; i < x.length; i++) {
            ascending &= x[i - 1] <= x[i];
        }
        if (!ascending) {
            throw new UnsupportedPmmlException(place + " has a NormContinuous whose points do not ascend");
        }
        return new PiecewiseLinear(x, y, norm.getOutlierTreatment());
    }

    /** The line's value; {@link NoValue#MISSING} for an outlier that is to be treated so. */
    public double at(double value) {
        int last = x.length - 1;
        int start = segment(value);
        if (start < 0 || start == last) {
            if (outliers == OutlierTreatmentMethod.AS_MISSING_VALUES) {
                return NoValue.MISSING;
            }
            if (outliers == OutlierTreatmentMethod.AS_EXTREME_VALUES) {
                return start < 0 ? y[0] : y[last];
            }
            start = start < 0 ? 0 : last - 1;
        }
        return y[start] + ((value - x[start]) / (x[start + 1] - x[start])) * (y[start + 1] - y[start]);
    }

    /**
     * The segment of a value by binary search, both of its ends belonging to it: at a step the search decides which of the two ends
     * counts, so it goes the way jpmml's does.
     *
     * @return −1 before the first point, the last point after it
     */
    private int segment(double value) {
        int low = 0;
        int high = x.length - 1;
        while (low <= high) {
            int middle = low + (high - low) / 2;
            if (Double.compare(value, x[middle]) < 0) {
                high = middle - 1;
            } else if (middle == x.length - 1 || Double.compare(value, x[middle + 1]) <= 0) {
                return middle;
            } else {
                low = middle + 1;
            }
        }
        return -1;
    }
}
