package io.churnwatch.bench.replay;

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
                differ("%s %s is missing: %s", what, key, value);
            }
        });
        actual.forEach((key, value) -> {
            if (!possible.containsKey(key)) {
                differ("%s %s must not be there: %s", what, key, value);
            } else if (!Objects.equals(possible.get(key), value)) {
                differ("%s %s differs:%n    expected %s%n    found    %s", what, key, possible.get(key), value);
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

    private void differ(String format, Object... details) {
        differences++;
        if (differences <= SHOWN_MAX) {
            lines.add("  " + format.formatted(details));
        }
    }
}
