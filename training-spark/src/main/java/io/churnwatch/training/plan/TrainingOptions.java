package io.churnwatch.training.plan;

import io.churnwatch.store.training.SinceDay;
import io.churnwatch.training.data.CustomerFile;
import io.churnwatch.training.data.CustomerSource;
import io.churnwatch.training.data.PostgresCustomers;
import io.churnwatch.training.publish.ModelFolder;
import io.churnwatch.training.publish.ModelRegistry;
import io.churnwatch.training.support.TrainingDatabase;
import io.churnwatch.training.support.TrainingFailedException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Where a training reads and writes, as options of a command. */
public final class TrainingOptions {
    private static final double DEFAULT_ALERT_THRESHOLD = 0.7;

    @Option(
            names = "--customers",
            paramLabel = "FILE",
            description =
                    "Learn from this file instead of the table customer_churn: CSV with a header line, or .parquet.")
    private @Nullable Path customers;

    @Option(
            names = "--since",
            paramLabel = "DATE",
            description =
                    "Leave out customers whose outcome is of before that day (UTC), such as 2026-01-01, and those who"
                            + " left at an unknown time. Who is still a customer stays in.")
    private @Nullable String since;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Write the model, its metrics and the held-out scores here instead of publishing it.")
    private @Nullable Path out;

    @Option(names = "--publish", description = "With --out: publish the model as well.")
    private boolean publish;

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // picocli sets it before it calls
    private CommandSpec spec;

    @Mixin
    private final ModelOptions model = new ModelOptions();

    /**
     * The plan that the options make.
     *
     * @throws ParameterException naming an option that is out of range
     * @throws TrainingFailedException when a file or the database that the plan needs is not there
     */
    public TrainingPlan plan(Map<String, String> environment, Clock clock) {
        Optional<LocalDate> firstDay = firstDay(clock);
        Optional<ModelRegistry> registry =
                publishes() ? Optional.of(new ModelRegistry(TrainingDatabase.of(environment))) : Optional.empty();
        return new TrainingPlan(
                source(environment),
                firstDay,
                model(),
                registry.map(ModelRegistry::alertThreshold).orElse(DEFAULT_ALERT_THRESHOLD),
                registry,
                Optional.ofNullable(out).map(ModelFolder::new));
    }

    /**
     * Looks at the options alone.
     *
     * @throws ParameterException naming one that is out of range
     */
    public void check(Clock clock) {
        var unusedDay = firstDay(clock);
        var unusedModel = model();
    }

    private Optional<LocalDate> firstDay(Clock clock) {
        return Optional.ofNullable(since).map(text -> day(text, clock));
    }

    private LocalDate day(String text, Clock clock) {
        try {
            return SinceDay.parse(text, clock.instant());
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--since " + e.getMessage(), e);
        }
    }

    private ModelPlan model() {
        try {
            return model.plan();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private boolean publishes() {
        return out == null || publish;
    }

    private CustomerSource source(Map<String, String> environment) {
        if (customers != null) {
            return CustomerFile.of(customers);
        }
        return new PostgresCustomers(TrainingDatabase.requireReachable(TrainingDatabase.of(environment)));
    }
}
