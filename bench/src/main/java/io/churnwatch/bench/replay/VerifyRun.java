package io.churnwatch.bench.replay;

import io.churnwatch.bench.scoring.forest.BenchmarkFailedException;
import io.churnwatch.scoring.value.ValueAtRisk;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.Objects;
import picocli.CommandLine;

/**
 * {@code ./churnwatch verify}: replays the feed apart from the job and holds every table against it. Exit code 0 when all
 * agree, 1 when something differs.
 */
public final class VerifyRun {
    private static final String VALUE_AT_RISK = "CHURNWATCH_VALUE_AT_RISK";

    public static void main(String[] args) throws Exception {
        try {
            System.exit(verify() == 0 ? 0 : 1);
        } catch (BenchmarkFailedException e) {
            System.err.println("churnwatch: " + e.getMessage());
            System.exit(CommandLine.ExitCode.USAGE);
        }
    }

    /** How many differences there are. */
    private static int verify() throws Exception {
        ValueAtRisk valueAtRisk = valueAtRisk();
        try (Connection connection = DriverManager.getConnection(
                environment("CHURNWATCH_DATABASE_URL"),
                environment("CHURNWATCH_DATABASE_USER"),
                environment("CHURNWATCH_DATABASE_PASSWORD"))) {
            Comparison comparison = new Verification(environment("CHURNWATCH_KAFKA"), connection, valueAtRisk).run();
            System.out.println(comparison.report());
            return comparison.differences();
        }
    }

    /** As the job reads it. */
    private static ValueAtRisk valueAtRisk() {
        String expression = System.getenv(VALUE_AT_RISK);
        try {
            return expression == null ? ValueAtRisk.DEFAULT : ValueAtRisk.of(expression);
        } catch (IllegalArgumentException e) {
            throw new BenchmarkFailedException(VALUE_AT_RISK + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static String environment(String name) {
        return Objects.requireNonNull(System.getenv(name), name + " is not set; start this with ./churnwatch verify");
    }

    private VerifyRun() {}
}
