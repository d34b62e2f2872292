package io.churnwatch.training.plan;

import io.churnwatch.store.training.TrainingParameters;
import io.churnwatch.training.support.TrainingFailedException;
import java.time.Clock;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParameterException;

/** Reads the parameters of a queued job as the options of the training command. */
@Command
public final class PlanReader {
    @Mixin
    private final TrainingOptions options = new TrainingOptions();

    /**
     * Returns the plan of the parameters.
     *
     * @throws TrainingFailedException naming what is wrong with them, or missing
     */
    public static TrainingPlan of(TrainingParameters parameters, Map<String, String> environment, Clock clock) {
        try {
            return options(parameters).plan(environment, clock);
        } catch (ParameterException e) {
            throw new TrainingFailedException(String.valueOf(e.getMessage()), e);
        }
    }

    /**
     * Refuses parameters that make no plan, whatever the environment holds.
     *
     * @throws TrainingFailedException naming what is wrong with them
     */
    public static void check(TrainingParameters parameters, Clock clock) {
        try {
            options(parameters).check(clock);
        } catch (ParameterException e) {
            throw new TrainingFailedException(String.valueOf(e.getMessage()), e);
        }
    }

    private static TrainingOptions options(TrainingParameters parameters) {
        PlanReader job = new PlanReader();
        new CommandLine(job)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .parseArgs(parameters.words().toArray(String[]::new));
        return job.options;
    }

    private PlanReader() {}
}
