package io.churnwatch.training.monitor;

import io.churnwatch.scoring.drift.DriftThresholds;
import io.churnwatch.store.outcome.AlertQuality;
import io.churnwatch.store.training.TrainingParameters;
import io.churnwatch.training.JobPlan;
import io.churnwatch.training.TrainingFailedException;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How live customers are watched, and when a training is filed without a person.
 *
 * @param interval between two looks of the worker; none when it does not look by itself
 * @param window how far back a look goes
 * @param horizon within which a customer who was scored or alerted about must leave for the model to have been right
 * @param cooldown between two trainings that drift has filed; none when drift files none
 * @param schedule when trainings are filed by the clock, if they are
 * @param retraining how a training is done that nobody asked for
 */
public record MonitoringConfig(
        Optional<Duration> interval,
        Duration window,
        Duration horizon,
        DriftThresholds thresholds,
        Optional<Duration> cooldown,
        Optional<CronSchedule> schedule,
        TrainingParameters retraining) {
    private static final String OFF = "off";
    private static final String HORIZON_DAYS = Integer.toString(AlertQuality.HORIZON_DAYS);

    /**
     * Reads the variables {@code CHURNWATCH_DRIFT_…}, {@code CHURNWATCH_QUALITY_…} and {@code CHURNWATCH_RETRAIN_…}.
     *
     * @throws TrainingFailedException naming one that makes no sense
     */
    public static MonitoringConfig of(Map<String, String> environment) {
        Variables variables = new Variables(environment);
        return new MonitoringConfig(
                variables.unlessOff("CHURNWATCH_DRIFT_INTERVAL_MINUTES", "360").map(Duration::ofMinutes),
                Duration.ofHours(variables.whole("CHURNWATCH_DRIFT_WINDOW_HOURS", "168")),
                Duration.ofDays(variables.whole("CHURNWATCH_QUALITY_HORIZON_DAYS", HORIZON_DAYS)),
                variables.thresholds(),
                variables.unlessOff("CHURNWATCH_DRIFT_COOLDOWN_HOURS", "168").map(Duration::ofHours),
                variables.text("CHURNWATCH_RETRAIN_CRON").map(CronSchedule::of),
                variables
                        .text("CHURNWATCH_RETRAIN_OPTIONS")
                        .map(MonitoringConfig::parameters)
                        .orElse(TrainingParameters.NONE));
    }

    private static TrainingParameters parameters(String options) {
        try {
            List<String> words = Arrays.asList(options.split("\\s+", -1));
            TrainingParameters parameters = TrainingParameters.ofWords(words);
            JobPlan.check(parameters, Clock.systemUTC());
            return parameters;
        } catch (IllegalArgumentException | TrainingFailedException e) {
            throw new TrainingFailedException("CHURNWATCH_RETRAIN_OPTIONS: " + e.getMessage(), e);
        }
    }

    private record Variables(Map<String, String> environment) {
        Optional<String> text(String name) {
            return Optional.of(environment.getOrDefault(name, "").strip()).filter(text -> !text.isEmpty());
        }

        /** Empty for {@code off}. */
        Optional<Long> unlessOff(String name, String standard) {
            return text(name).filter(OFF::equalsIgnoreCase).isPresent()
                    ? Optional.empty()
                    : Optional.of(whole(name, standard));
        }

        long whole(String name, String standard) {
            String text = text(name).orElse(standard);
            if (!text.matches("[1-9][0-9]{0,5}")) {
                throw new TrainingFailedException(name + " must be a whole number from 1, not " + text);
            }
            return Long.parseLong(text);
        }

        DriftThresholds thresholds() {
            DriftThresholds standard = DriftThresholds.DEFAULT;
            try {
                return new DriftThresholds(
                        number("CHURNWATCH_DRIFT_PSI", standard.psi()),
                        number("CHURNWATCH_DRIFT_SIGNIFICANCE", standard.significance()),
                        whole("CHURNWATCH_DRIFT_ROWS_MIN", Long.toString(standard.rowsMin())));
            } catch (IllegalArgumentException e) {
                throw new TrainingFailedException(
                        "CHURNWATCH_DRIFT_PSI, _SIGNIFICANCE, _ROWS_MIN: " + e.getMessage(), e);
            }
        }

        private double number(String name, double standard) {
            return text(name).map(Double::parseDouble).orElse(standard);
        }
    }
}
