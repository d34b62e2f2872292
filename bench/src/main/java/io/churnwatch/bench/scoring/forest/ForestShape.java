package io.churnwatch.bench.scoring.forest;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.TypeConversionException;

/**
 * The settings that a forest is trained with, written {@code 100x10}.
 *
 * @param trees how many
 * @param depth of each at most
 */
public record ForestShape(int trees, int depth) {
    private static final Pattern WRITTEN = Pattern.compile("([1-9]\\d{0,3})x([1-9]\\d?)");

    /**
     * Reads a shape as it is written.
     *
     * @throws TypeConversionException when it is none
     */
    public static ForestShape parse(String text) {
        Matcher parts = WRITTEN.matcher(text);
        if (!parts.matches()) {
            throw new TypeConversionException("'" + text + "' is not trees x depth, as in 100x10");
        }
        return new ForestShape(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)));
    }

    @Override
    public String toString() {
        return trees + "x" + depth;
    }
}
