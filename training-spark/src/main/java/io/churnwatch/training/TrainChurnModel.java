package io.churnwatch.training;

import io.churnwatch.model.ModelRole;
import io.churnwatch.store.Database;
import io.churnwatch.store.training.TrainingOptions;
import io.churnwatch.store.training.TrainingParameters;
import io.churnwatch.training.data.CustomerSource;
import io.churnwatch.training.data.FileCustomers;
import io.churnwatch.training.data.PostgresCustomers;
import io.churnwatch.training.evaluate.EvaluationTable;
import io.churnwatch.training.mlflow.MlflowSync;
import io.churnwatch.training.mlflow.TrackingServer;
import io.churnwatch.training.publish.ModelFolder;
import io.churnwatch.training.publish.PublishedModels;
import io.churnwatch.training.publish.TrainedModel;
import io.churnwatch.training.run.ProgressLines;
import io.churnwatch.training.run.Training;
import io.churnwatch.training.run.TrainingPlan;
import io.churnwatch.training.run.TrainingProgress;
import io.churnwatch.training.support.LocalSpark;
import io.churnwatch.training.support.TrainingDatabase;
import io.churnwatch.training.support.TrainingFailedException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;
import org.mlflow.tracking.MlflowClientException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Trains a churn model on the customers whose outcome is known, checks it in every way, and publishes it. */
@Command(
        name = "train",
        mixinStandardHelpOptions = true,
        description = "Trains a churn model, evaluates it on customers that it never saw, and publishes it.")
public final class TrainChurnModel implements Callable<Integer> {
    private final Map<String, String> environment;
    private final Clock clock;
    private final TrainingProgress progress;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before it calls
    private CommandSpec spec;

    @Option(
            names = "--customers",
            paramLabel = "FILE",
            description =
                    "Learn from this file instead of the table customer_churn: CSV with a header line, or .parquet.")
    private @Nullable Path customers;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Write the model, its metrics and the held-out scores here instead of publishing it.")
    private @Nullable Path out;

    @Option(names = "--publish", description = "With --out: publish the model as well.")
    private boolean publish;

    @Mixin
    private final TrainingOptions options = new TrainingOptions();

    public static void main(String[] arguments) {
        TrainingProgress progress = new ProgressLines(System.err, System::nanoTime);
        System.exit(new TrainChurnModel(System.getenv(), Clock.systemUTC(), progress)
                .commandLine()
                .execute(arguments));
    }

    TrainChurnModel(Map<String, String> environment, Clock clock, TrainingProgress progress) {
        this.environment = environment;
        this.clock = clock;
        this.progress = progress;
    }

    /** 0 when the model is where it should be, 1 when the training failed, 2 when the options make no sense. */
    CommandLine commandLine() {
        return new CommandLine(this)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(TrainChurnModel::explain);
    }

    @Override
    public Integer call() throws IOException {
        TrainingPlan plan = plan();
        try (SparkSession spark = LocalSpark.start()) {
            progress.report(2, "started Spark %s", spark.version());
            TrainedModel model = new Training(plan, clock, progress).run(spark);
            plan.registry().ifPresent(registry -> publish(registry, model));
            spec.commandLine()
                    .getOut()
                    .println(EvaluationTable.of(model.version().metrics().heldOut()));
        }
        return CommandLine.ExitCode.OK;
    }

    private TrainingPlan plan() {
        TrainingParameters parameters = parameters();
        return TrainingPlan.of(
                source(),
                parameters,
                out == null || publish ? Optional.of(new PublishedModels(database())) : Optional.empty(),
                Optional.ofNullable(out).map(ModelFolder::new));
    }

    private TrainingParameters parameters() {
        try {
            return options.parameters(clock.instant());
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private CustomerSource source() {
        return customers == null
                ? new PostgresCustomers(TrainingDatabase.requireReachable(database()))
                : new FileCustomers(customers);
    }

    private Database database() {
        return TrainingDatabase.of(environment);
    }

    private void publish(PublishedModels registry, TrainedModel model) {
        ModelRole role = registry.publish(model);
        progress.report(100, "published %s as %s", model.version().name(), role);
        TrackingServer.of(environment).ifPresent(server -> bringToMlflow(server, registry));
    }

    /** A model is published without MLflow too. */
    private void bringToMlflow(TrackingServer server, PublishedModels registry) {
        try (server;
                Handle handle = registry.database().open()) {
            List<String> brought = new MlflowSync(server).run(handle);
            progress.report(100, "brought %s to MLflow at %s", String.join(", ", brought), server.uri());
        } catch (MlflowClientException | JdbiException e) {
            progress.report(
                    100, "%s; './churnwatch models sync' brings it the model later", String.valueOf(e.getMessage()));
        }
    }

    private static int explain(Exception failure, CommandLine line, CommandLine.ParseResult parsed) {
        if (failure instanceof JdbiException database) {
            line.getErr().println("Training failed. " + TrainingDatabase.explain(database));
            return CommandLine.ExitCode.SOFTWARE;
        }
        if (!(failure instanceof TrainingFailedException)) {
            failure.printStackTrace(line.getErr());
        }
        line.getErr().println("Training failed. " + failure.getMessage());
        return CommandLine.ExitCode.SOFTWARE;
    }
}
