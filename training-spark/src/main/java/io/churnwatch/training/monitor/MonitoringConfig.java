package io.churnwatch.training.monitor;

import io.churnwatch.scoring.drift.DriftThresholds;
import io.churnwatch.settings.SettingType;
import io.churnwatch.settings.Settings;
import io.churnwatch.store.outcome.AlertQuality;
import io.churnwatch.store.training.TrainingOptions;
import io.churnwatch.store.training.TrainingParameters;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/**
 * When drift is checked, and when a training is queued without a person.
 *
 * @param interval between two checks of the worker; empty if it runs none
 * @param window how far back a check goes
 * @param horizon within which a customer who was scored or alerted about must leave for the model to have been right
 * @param cooldown between two trainings for drift; empty if drift queues none
 * @param schedule of trainings by the clock
 * @param retraining the parameters of trainings that no person queued
 */
public record MonitoringConfig(
        Optional<Duration> interval,
        Duration window,
        Duration horizon,
        DriftThresholds thresholds,
        Optional<Duration> cooldown,
        Optional<CronSchedule> schedule,
        TrainingParameters retraining) {
    private static final SettingType<Long> COUNT =
            SettingType.wholeNumber(1, 999_999).map(Integer::longValue);

    private static final SettingType<Double> PSI = SettingType.number("a number above 0", psi -> psi > 0);
    private static final SettingType<Double> P_VALUE =
            SettingType.number("a number above 0 and below 1", p -> p > 0 && p < 1);
    private static final SettingType<CronSchedule> CRON =
            SettingType.explained("such as `0 3 * * 1`", CronSchedule::of);
    private static final SettingType<TrainingParameters> OPTIONS =
            SettingType.explained("as for `./churnwatch train`", MonitoringConfig::parameters);
    private static final SettingType<Duration> MINUTES = COUNT.map(Duration::ofMinutes);
    private static final SettingType<Duration> HOURS = COUNT.map(Duration::ofHours);
    private static final SettingType<Duration> DAYS = COUNT.map(Duration::ofDays);
    private static final String HORIZON_DAYS = Integer.toString(AlertQuality.HORIZON_DAYS);

    public static MonitoringConfig of(Settings settings) {
        return new MonitoringConfig(
                settings.orElse(
                        "CHURNWATCH_DRIFT_INTERVAL_MINUTES", "360", MINUTES.orOff(), "between two checks for drift"),
                settings.orElse("CHURNWATCH_DRIFT_WINDOW_HOURS", "168", HOURS, "how far back a check goes"),
                settings.orElse(
                        "CHURNWATCH_QUALITY_HORIZON_DAYS",
                        HORIZON_DAYS,
                        DAYS,
                        "an exit within it proves a score or an alert right"),
                thresholds(settings),
                settings.orElse(
                        "CHURNWATCH_DRIFT_COOLDOWN_HOURS", "168", HOURS.orOff(), "between two trainings for drift"),
                settings.optional("CHURNWATCH_RETRAIN_CRON", "never", CRON, "trains by the clock, in UTC"),
                settings.optional(
                                "CHURNWATCH_RETRAIN_OPTIONS", "none", OPTIONS, "of trainings that start by themselves")
                        .orElse(TrainingParameters.NONE));
    }

    private static DriftThresholds thresholds(Settings settings) {
        DriftThresholds standard = DriftThresholds.DEFAULT;
        String rows = Long.toString(standard.rowsMin());
        return new DriftThresholds(
                settings.orElse("CHURNWATCH_DRIFT_PSI", Double.toString(standard.psi()), PSI, "at least, for drift"),
                settings.orElse(
                        "CHURNWATCH_DRIFT_SIGNIFICANCE",
                        Double.toString(standard.significance()),
                        P_VALUE,
                        "at most, for drift"),
                settings.orElse("CHURNWATCH_DRIFT_ROWS_MIN", rows, COUNT, "fewer customers are not judged"));
    }

    private static TrainingParameters parameters(String options) {
        return TrainingOptions.parse(
                Arrays.asList(options.split("\\s+", -1)), Clock.systemUTC().instant());
    }
}
