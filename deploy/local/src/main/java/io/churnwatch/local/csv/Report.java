package io.churnwatch.local.csv;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What became of a file's rows.
 *
 * @param problems the first ones, as sentences that name their line
 * @param left how many rows were left out
 * @param extraFeatures columns that are none of ours
 */
public record Report(long good, long left, List<String> problems, List<String> extraFeatures) {
    public Report {
        problems = List.copyOf(problems);
        extraFeatures = List.copyOf(extraFeatures);
    }

    /** For the person at the terminal; nothing when all went well. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        if (!extraFeatures.isEmpty()) {
            lines.add("kept as extra features: " + String.join(", ", extraFeatures));
        }
        lines.addAll(problems);
        if (left > problems.size()) {
            lines.add(String.format(Locale.ROOT, "… and %,d more", left - problems.size()));
        }
        if (left > 0) {
            lines.add(String.format(Locale.ROOT, "%,d of %,d rows were left out", left, left + good));
        }
        return lines;
    }

    /** Collects a report row by row. */
    public static final class Builder {
        /** How many problems are named unless somebody wants more. */
        public static final int SHOWN = 20;

        private final int shown;
        private final List<String> problems = new ArrayList<>();
        private long good;
        private long left;

        public Builder() {
            this(SHOWN);
        }

        /** Names that many problems and counts the rest. */
        public Builder(int shown) {
            this.shown = shown;
        }

        public void countGood() {
            good++;
        }

        public void problem(long line, String what) {
            left++;
            if (problems.size() < shown) {
                problems.add("line " + line + ": " + what);
            }
        }

        public Report build(List<String> extraFeatures) {
            return new Report(good, left, problems, extraFeatures);
        }
    }
}
