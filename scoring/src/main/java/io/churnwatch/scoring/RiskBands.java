package io.churnwatch.scoring;

import io.churnwatch.risk.RiskBand;
import java.io.Serializable;

/**
 * Where one risk band ends and the next begins: probabilities that rise within (0, 1), or an IllegalArgumentException.
 *
 * @param medium lowest probability of MEDIUM
 * @param high lowest probability of HIGH
 * @param critical lowest probability of CRITICAL
 */
public record RiskBands(double medium, double high, double critical) implements Serializable {
    /** MEDIUM from 0.3, HIGH from 0.6, CRITICAL from 0.8. */
    public static final RiskBands DEFAULT = new RiskBands(0.3, 0.6, 0.8);

    public RiskBands {
        if (!(0 < medium && medium < high && high < critical && critical < 1)) {
            throw new IllegalArgumentException(
                    "Band cuts must rise within (0, 1): " + medium + ", " + high + ", " + critical);
        }
    }

    /** The band of a probability; what lies at a cut belongs to the higher one. */
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
