package io.churnwatch.scoring;

import io.churnwatch.risk.RiskBand;
import java.io.Serializable;

/**
 * Where one risk band ends and the next begins.
 *
 * @param medium lowest probability of MEDIUM
 * @param high lowest probability of HIGH
 * @param critical lowest probability of CRITICAL
 */
public record RiskBands(double medium, double high, double critical) implements Serializable {
    public static final RiskBands DEFAULT = new RiskBands(0.3, 0.6, 0.8);

    public RiskBands {
        if (!(0 < medium && medium < high && high < critical && critical < 1)) {
            throw new IllegalArgumentException(
                    "Band cuts must rise within (0, 1): " + medium + ", " + high + ", " + critical);
        }
    }

    public RiskBand bandOf(double probability) {
        if (probability >= critical) {
            return RiskBand.CRITICAL;
        }
        if (probability >= high) {
            return RiskBand.HIGH;
        }
        return probability >= medium ? RiskBand.MEDIUM : RiskBand.LOW;
    }
}
