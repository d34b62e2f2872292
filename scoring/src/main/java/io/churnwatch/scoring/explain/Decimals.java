package io.churnwatch.scoring.explain;

import java.util.Locale;
import java.util.regex.Pattern;

/** Numbers as {@link String#format} writes them, without its cost: a reason holds several, and many scores have reasons. */
final class Decimals {
    /** So near to the middle between two results, format decides: it rounds the shortest text of the number, not the number. */
    private static final double UNCLEAR = 1e-6;

    private static final double SIMPLE_MAX = 1e9;
    private static final Pattern TRAILING_ZEROS = Pattern.compile("\\.?0+$");

    /** As {@code %.0f} does. */
    static String whole(double number) {
        return isSimple(number, 1) ? Long.toString(Math.round(number)) : String.format(Locale.ROOT, "%.0f", number);
    }

    /** As {@code %.1f} does. */
    static String oneDigit(double number) {
        if (!isSimple(number, 10)) {
            return String.format(Locale.ROOT, "%.1f", number);
        }
        long tenths = Math.round(10 * number);
        return tenths / 10 + "." + tenths % 10;
    }

    /** As {@code %,.0f} does. */
    static String grouped(double number) {
        if (!isSimple(number, 1)) {
            return String.format(Locale.ROOT, "%,.0f", number);
        }
        StringBuilder digits = new StringBuilder().append(Math.round(number));
        for (int comma = digits.length() - 3; comma > 0; comma -= 3) {
            digits.insert(comma, ',');
        }
        return digits.toString();
    }

    /** As {@code %.4g} does, but without zeros at the end. */
    static String fourDigits(double number) {
        int decimals = number < 1 ? 4 : number < 10 ? 3 : number < 100 ? 2 : 1;
        int scale = (int) Math.pow(10, decimals);
        if (number < 0.1 || number >= 999 || !isSimple(number, scale)) {
            return withoutZeros(String.format(Locale.ROOT, "%.4g", number));
        }
        String digits = Long.toString(scale + Math.round(scale * (number % 1))); // the 1 in front keeps the zeros
        boolean carries = digits.charAt(0) == '2';
        return withoutZeros((long) number + (carries ? 1 : 0) + "." + digits.substring(1));
    }

    private static String withoutZeros(String number) {
        return TRAILING_ZEROS.matcher(number).replaceAll("");
    }

    private static boolean isSimple(double number, int scale) {
        double scaled = scale * number;
        double fraction = scaled - Math.floor(scaled);
        boolean positive = Double.doubleToRawLongBits(number) >= 0; // format writes -0, too
        return positive && number < SIMPLE_MAX && Math.abs(fraction - 0.5) > UNCLEAR;
    }

    private Decimals() {}
}
