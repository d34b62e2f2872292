package io.churnwatch.scoring.forest;

/**
 * Doubles that are not values. All are NaN, so one test finds any of them; PMML treats NaN as invalid.
 */
public final class NoValue {
    /** An unknown value. */
    public static final double MISSING = Double.NaN;

    /** A value that cannot be computed from the known ones: a row that needs it has no score. */
    public static final double FAILED = Double.longBitsToDouble(0x7ff8_0000_0000_0001L);

    /** What a function without a result returns, until its treatment is decided. */
    public static final double UNDEFINED = Double.longBitsToDouble(0x7ff8_0000_0000_0002L);

    /** A customer's NaN that the model keeps: above every number. */
    public static final double NOT_A_NUMBER = Double.longBitsToDouble(0x7ff8_0000_0000_0003L);

    public static boolean isMissing(double value) {
        return Double.doubleToRawLongBits(value) == 0x7ff8_0000_0000_0000L;
    }

    public static boolean isFailed(double value) {
        return Double.doubleToRawLongBits(value) == 0x7ff8_0000_0000_0001L;
    }

    public static boolean isUndefined(double value) {
        return Double.doubleToRawLongBits(value) == 0x7ff8_0000_0000_0002L;
    }

    private NoValue() {}
}
