package io.churnwatch.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Collects what differs, and how much was compared. */
final class Comparison {
    private static final int SHOWN_MAX = 10;

    private final List<String> lines = new ArrayList<>();
    private int differences;

    /**
     * Holds what is there against what must be there.
     *
     * @param required what must be there
     * @param possible what may be there: the required and what came later
     */
    <K, V> void compare(String what, Map<K, V> required, Map<K, V> possible, Map<K, V> actual) {
        int before = differences;
        required.forEach((key, value) -> {
            if (!actual.containsKey(key)) {
                differ(what + " " + key + " is missing: " + value);
            }
        });
        actual.forEach((key, value) -> {
            if (!possible.containsKey(key)) {
                differ(what + " " + key + " must not be there: " + value);
            } else if (!Objects.equals(possible.get(key), value)) {
                differ(what + " " + key + " differs:\n    expected " + possible.get(key) + "\n    found    " + value);
            }
        });
        lines.add("%-14s %,9d compared, %,d differ".formatted(what, actual.size(), differences - before));
    }

    void note(String line) {
        lines.add(line);
    }

    int differences() {
        return differences;
    }

    String report() {
        return String.join(System.lineSeparator(), lines);
    }

    private void differ(String difference) {
        differences++;
        if (differences <= SHOWN_MAX) {
            lines.add("  " + difference);
        }
    }
}
