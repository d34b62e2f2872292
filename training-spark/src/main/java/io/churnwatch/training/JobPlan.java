package io.churnwatch.training;

import io.churnwatch.model.training.TrainingParameters;
import java.time.Clock;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParameterException;

/** Reads the parameters of a job from the queue: what may be said to the command may be said to the worker. */
@Command
public final class JobPlan {
    @Mixin
    private final TrainingOptions options = new TrainingOptions();

    /**
     * The plan that they make.
     *
     * @throws TrainingFailedException naming what is wrong with them, or missing
     */
    public static TrainingPlan of(TrainingParameters parameters, Map<String, String> environment, Clock clock) {
        JobPlan job = new JobPlan();
        try {
            new CommandLine(job)
                    .setCaseInsensitiveEnumValuesAllowed(true)
                    .parseArgs(parameters.words().toArray(String[]::new));
            return job.options.plan(environment, clock);
        } catch (ParameterException e) {
            throw new TrainingFailedException(String.valueOf(e.getMessage()), e);
        }
    }

    private JobPlan() {}
}
