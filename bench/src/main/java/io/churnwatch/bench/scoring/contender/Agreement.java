package io.churnwatch.bench.scoring.contender;

import io.churnwatch.bench.process.BenchmarkFailedException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Whether everything that is measured computes the same as our engine: what scores differently would win for nothing.
 *
 * @param customers how many were scored
 */
public record Agreement(int customers, List<Check> checks) {
    /**
     * A contender compared with our engine.
     *
     * @param who as in "jpmml"
     * @param difference the greatest, in probability
     * @param allowed what its arithmetic explains; 0 asks for equality to the last bit
     */
    public record Check(String who, double difference, double allowed) {
        boolean holds() {
            return difference <= allowed; // not so for NaN
        }

        private String problem() {
            return String.format(
                    Locale.ROOT, "%s by up to %.3g where at most %.0e is rounding", who, difference, allowed);
        }
    }

    public Agreement {
        checks = List.copyOf(checks);
    }

    /**
     * Nothing is measured before this holds.
     *
     * @throws BenchmarkFailedException naming all who differ by more than their arithmetic explains
     */
    public Agreement require(String forest) {
        String differing = checks.stream()
                .filter(check -> !check.holds())
                .map(Check::problem)
                .collect(Collectors.joining("; "));
        if (!differing.isEmpty()) {
            throw new BenchmarkFailedException("Our scores of " + forest + " differ from those of " + differing
                    + ". Speeds of different results are not compared.");
        }
        return this;
    }
}
