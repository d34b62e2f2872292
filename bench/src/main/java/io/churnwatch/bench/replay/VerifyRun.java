package io.churnwatch.bench.replay;

import io.churnwatch.scoring.value.ValueAtRisk;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.Objects;

/**
 * {@code ./churnwatch verify}: replays the feed apart from the job and holds every table against it. Exit code 0 when all
 * agree, 1 when something differs.
 */
public final class VerifyRun {
    public static void main(String[] args) throws Exception {
        try (Connection connection = DriverManager.getConnection(
                environment("CHURNWATCH_DATABASE_URL"),
                environment("CHURNWATCH_DATABASE_USER"),
                environment("CHURNWATCH_DATABASE_PASSWORD"))) {
            Comparison comparison = new Verification(environment("CHURNWATCH_KAFKA"), connection, valueAtRisk()).run();
            System.out.println(comparison.report());
            System.exit(comparison.differences() == 0 ? 0 : 1);
        }
    }

    /** As the job reads it. */
    private static ValueAtRisk valueAtRisk() {
        String expression = System.getenv("CHURNWATCH_VALUE_AT_RISK");
        return expression == null ? ValueAtRisk.DEFAULT : ValueAtRisk.of(expression);
    }

    private static String environment(String name) {
        return Objects.requireNonNull(System.getenv(name), name + " is not set; start this with ./churnwatch verify");
    }

    private VerifyRun() {}
}
