package io.churnwatch.scoring.jpmml.parity;

import io.churnwatch.feed.AttributeValue;
import io.churnwatch.scoring.ChurnModel;
import io.churnwatch.scoring.NotScorableException;
import java.util.Map;
import java.util.Optional;

/** Scores rows by two models and counts where they differ. Belongs to one thread. */
final class Parity {
    private final ChurnModel one;
    private final ChurnModel other;
    private long scored;
    private long refused;
    private long different;
    private Optional<String> first = Optional.empty();

    Parity(ChurnModel one, ChurnModel other) {
        this.one = one;
        this.other = other;
    }

    void compare(Map<String, AttributeValue> row) {
        String a = outcome(one, row);
        String b = outcome(other, row);
        if (!a.startsWith(REFUSED)) {
            scored++;
        } else {
            refused++;
        }
        boolean same = a.equals(b) || (a.startsWith(REFUSED) && b.startsWith(REFUSED));
        if (!same) {
            different++;
            if (first.isEmpty()) {
                first = Optional.of(row + ": " + a + " and " + b);
            }
        }
    }

    /** Rows that the first model scores. */
    long scored() {
        return scored;
    }

    /** Rows that the first model refuses. */
    long refused() {
        return refused;
    }

    /** Rows whose scores differ in any bit. */
    long different() {
        return different;
    }

    /** The first such row, with the outcome of both. */
    Optional<String> firstDifference() {
        return first;
    }

    private static final String REFUSED = "refused";

    private static String outcome(ChurnModel model, Map<String, AttributeValue> row) {
        try {
            return Double.toHexString(model.score(row::get));
        } catch (NotScorableException e) {
            return REFUSED + " (" + e.getMessage() + ")";
        }
    }
}
