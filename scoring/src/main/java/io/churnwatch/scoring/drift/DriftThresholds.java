package io.churnwatch.scoring.drift;

import io.churnwatch.drift.DriftVerdict;
import io.churnwatch.drift.FieldDrift;

/**
 * From when on a distance is called drift.
 *
 * @param psi at least; {@link #WATCHED} of it is worth a look
 * @param significance the test's p-value at most: what chance does as often says nothing
 * @param rowsMin fewer live rows are not judged
 */
public record DriftThresholds(double psi, double significance, long rowsMin) {
    public static final DriftThresholds DEFAULT = new DriftThresholds(0.25, 0.001, 500);

    /** The share of the threshold from which a field is said to be moving: 0.1 of 0.25. */
    public static final double WATCHED = 0.4;

    public DriftThresholds {
        if (!(psi > 0) || !(significance > 0 && significance < 1) || rowsMin < 1) {
            throw new IllegalArgumentException(
                    "psi must be above 0, significance in (0, 1) and the rows 1 at least, not %s, %s and %d"
                            .formatted(psi, significance, rowsMin));
        }
    }

    /**
     * Holds live counts against the baseline.
     *
     * @param live rows in each of the baseline's bins
     */
    public FieldDrift judge(FieldBaseline baseline, long[] live) {
        long[] expected = baseline.histogram();
        double index = Psi.of(expected, live);
        KolmogorovSmirnov test = KolmogorovSmirnov.of(expected, live);
        return new FieldDrift(
                baseline.field(),
                index,
                test.statistic(),
                test.pValue(),
                baseline.missingRate(live),
                baseline.missingRate(expected),
                baseline.unseenRate(live),
                baseline.unseenRate(expected),
                verdict(index, test.pValue(), Histograms.rows(live)));
    }

    private DriftVerdict verdict(double index, double pValue, long rows) {
        if (rows < rowsMin) {
            return DriftVerdict.TOO_FEW;
        }
        if (pValue > significance || index < WATCHED * psi) {
            return DriftVerdict.STABLE;
        }
        return index < psi ? DriftVerdict.MOVING : DriftVerdict.DRIFTED;
    }
}
