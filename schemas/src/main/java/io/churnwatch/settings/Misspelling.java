package io.churnwatch.settings;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Finds the setting that a variable of another name was probably meant for. */
final class Misspelling {
    private static final String PREFIX = "CHURNWATCH_";
    private static final int TYPOS_MAX = 2;

    /** A sentence for the person who set the variable; empty for one that is known, or not ours. */
    static Optional<String> find(String name, List<String> known) {
        if (!name.startsWith(PREFIX) || known.contains(name)) {
            return Optional.empty();
        }
        return known.stream()
                .filter(other -> distance(name, other) <= TYPOS_MAX)
                .findFirst()
                .map(other -> name + " is not read: did you mean " + other + "?");
    }

    /** Levenshtein's: how many letters are added, left out or replaced. */
    private static int distance(String one, String other) {
        int[] row = IntStream.rangeClosed(0, other.length()).toArray();
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int replaced = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[other.length()];
    }

    private Misspelling() {}
}
