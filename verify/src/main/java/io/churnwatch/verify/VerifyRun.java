package io.churnwatch.verify;

import io.churnwatch.scoring.value.InvalidExpressionException;
import io.churnwatch.scoring.value.ValueAtRisk;
import io.churnwatch.store.ConnectionLimits;
import io.churnwatch.store.Database;
import java.util.Objects;
import org.jdbi.v3.core.Handle;

/**
 * {@code ./churnwatch verify}: replays the feed independently of the job and compares every table with the result. Exit code 0 when
 * all rows agree, 1 when any differ.
 */
public final class VerifyRun {
    private static final String VALUE_AT_RISK = "CHURNWATCH_VALUE_AT_RISK";

    private static final int USAGE = 2;

    public static void main(String[] args) throws Exception {
        ValueAtRisk valueAtRisk;
        try {
            valueAtRisk = valueAtRisk();
        } catch (InvalidExpressionException e) {
            System.err.println("churnwatch: " + VALUE_AT_RISK + " cannot be read: " + e.getMessage());
            System.exit(USAGE);
            return;
        }
        System.exit(verify(valueAtRisk) == 0 ? 0 : 1);
    }

    /** Returns the number of differences. */
    private static int verify(ValueAtRisk valueAtRisk) throws Exception {
        Database database = Database.of(System.getenv(), ConnectionLimits.VERIFY);
        try (Handle handle = database.open()) {
            Comparison comparison = new Verification(environment("CHURNWATCH_KAFKA"), handle, valueAtRisk).run();
            System.out.println(comparison.report());
            return comparison.differences();
        }
    }

    /** As the job reads it. */
    private static ValueAtRisk valueAtRisk() {
        String expression = System.getenv(VALUE_AT_RISK);
        return expression == null ? ValueAtRisk.DEFAULT : ValueAtRisk.of(expression);
    }

    private static String environment(String name) {
        return Objects.requireNonNull(System.getenv(name), name + " is not set; start this with ./churnwatch verify");
    }

    private VerifyRun() {}
}
