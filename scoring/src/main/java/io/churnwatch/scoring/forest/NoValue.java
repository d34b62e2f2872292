package io.churnwatch.scoring.forest;

/**
 * The doubles that are no values. All are NaN, so one test finds any: to PMML NaN is an invalid value.
 */
public final class NoValue {
    /** A value that is not known. */
    public static final double MISSING = Double.NaN;

    /** A value that cannot be computed of those that are known: a row that needs it has no score. */
    public static final double FAILED = Double.longBitsToDouble(0x7ff8_0000_0000_0001L);

    /** What a function returns that has no result, until it is decided what that counts as. */
    public static final double UNDEFINED = Double.longBitsToDouble(0x7ff8_0000_0000_0002L);

    /** A customer's NaN that the model takes as it is: above every number. */
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
