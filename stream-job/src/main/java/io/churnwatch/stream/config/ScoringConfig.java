package io.churnwatch.stream.config;

import io.churnwatch.scoring.RiskBands;
import io.churnwatch.scoring.pmml.PmmlEngine;
import io.churnwatch.scoring.value.ValueAtRisk;
import io.churnwatch.settings.SettingType;
import io.churnwatch.settings.Settings;
import java.io.Serializable;
import java.time.Duration;
import java.util.ServiceLoader;

/**
 * How customers are judged, beside the versions.
 *
 * @param bands where one risk band ends and the next begins
 * @param erasedRemembered how long an erased customer's late events are refused
 * @param engine what models are scored with
 * @param reasons which scores carry reasons
 * @param valueAtRisk the money that a customer's churn puts at risk
 */
public record ScoringConfig(
        RiskBands bands, Duration erasedRemembered, ModelEngine engine, ReasonPolicy reasons, ValueAtRisk valueAtRisk)
        implements Serializable {
    public static final ScoringConfig DEFAULT =
            withDefaults(ModelEngine.OWN, ReasonPolicy.DEFAULT, ValueAtRisk.DEFAULT);

    private static final SettingType<ModelEngine> ENGINE = SettingType.oneOf(ModelEngine.class)
            .and("(jpmml with the module scoring-jpmml on the class path)", ScoringConfig::isThere);

    static ScoringConfig of(Settings settings) {
        return withDefaults(
                settings.orElse(
                        "CHURNWATCH_ENGINE", "own", ENGINE, "scores models; `auto` leaves to jpmml what ours refuses"),
                settings.orElse(
                        "CHURNWATCH_REASONS_POINTS",
                        "1",
                        ReasonPolicy.SETTING,
                        "how far a score must move to carry reasons"),
                ValueAtRisk.of(settings));
    }

    /** With everything else as it is by default. */
    public static ScoringConfig withDefaults(ModelEngine engine, ReasonPolicy reasons, ValueAtRisk valueAtRisk) {
        return new ScoringConfig(RiskBands.DEFAULT, Duration.ofDays(30), engine, reasons, valueAtRisk);
    }

    private static boolean isThere(ModelEngine engine) {
        return engine != ModelEngine.JPMML
                || ServiceLoader.load(PmmlEngine.class).findFirst().isPresent();
    }
}
