package io.churnwatch.stream.config;

import io.churnwatch.settings.SettingType;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * Which scores carry reasons: an explanation costs hundreds of times a score.
 *
 * @param moveMin by how much the probability must have moved; one that moved by less is explained by the one before it
 */
public record ReasonPolicy(double moveMin) implements Serializable {
    /** A point or more. */
    public static final ReasonPolicy DEFAULT = new ReasonPolicy(0.01);

    /** Nothing is explained, alerts neither. */
    public static final ReasonPolicy NEVER = new ReasonPolicy(Double.POSITIVE_INFINITY);

    static final SettingType<ReasonPolicy> SETTING = SettingType.number(
                    "a number of points from 0 to 100", points -> points >= 0 && points <= 100)
            .map(points -> new ReasonPolicy(points / 100))
            .or("never", NEVER);

    /** Whether a score carries reasons; a first one does, as nothing before it is explained. */
    public boolean explains(double probability, @Nullable Double previous) {
        return explainsAlerts() && (previous == null || Math.abs(probability - previous) >= moveMin);
    }

    /** Whether alerts carry reasons, whatever the score has moved. */
    public boolean explainsAlerts() {
        return !equals(NEVER);
    }
}
