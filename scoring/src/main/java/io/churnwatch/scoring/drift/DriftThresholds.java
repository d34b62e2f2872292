package io.churnwatch.scoring.drift;

import io.churnwatch.drift.DriftVerdict;
import io.churnwatch.drift.FieldDrift;

/**
 * The limits beyond which a distance counts as drift.
 *
 * @param psi the lowest index that is drift; {@link #WATCHED} of it is worth a look
 * @param significance the highest p-value that is drift: anything above may well be chance
 * @param rowsMin with fewer live rows there is no verdict
 */
public record DriftThresholds(double psi, double significance, long rowsMin) {
    public static final DriftThresholds DEFAULT = new DriftThresholds(0.25, 0.001, 500);

    /** The share of the threshold above which a field is moving: 0.1 of 0.25. */
    public static final double WATCHED = 0.4;

    public DriftThresholds {
        if (!(psi > 0) || !(significance > 0 && significance < 1) || rowsMin < 1) {
            throw new IllegalArgumentException(
                    "psi must be above 0, significance in (0, 1) and the rows 1 at least, not %s, %s and %d"
                            .formatted(psi, significance, rowsMin));
        }
    }

    /**
     * Compares live counts with the baseline.
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
