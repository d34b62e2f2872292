package io.churnwatch.training;

import io.churnwatch.model.ModelRole;
import io.churnwatch.training.data.CleanCustomers;
import io.churnwatch.training.data.Split;
import io.churnwatch.training.evaluate.Evaluation;
import io.churnwatch.training.evaluate.EvaluationTable;
import io.churnwatch.training.publish.ModelFolder;
import io.churnwatch.training.publish.ModelIdentity;
import io.churnwatch.training.publish.ModelRegistry;
import io.churnwatch.training.publish.ModelVersion;
import io.churnwatch.training.publish.ModelVersion.Metrics;
import io.churnwatch.training.publish.ModelVersion.TrainingRows;
import io.churnwatch.training.publish.ParityGate;
import io.churnwatch.training.publish.ParityProbes;
import io.churnwatch.training.publish.ParityReport;
import io.churnwatch.training.publish.Pmml;
import io.churnwatch.training.publish.PmmlExport;
import io.churnwatch.training.publish.TrainingDataHash;
import io.churnwatch.training.train.FittedForest;
import io.churnwatch.training.train.ForestPipeline;
import java.io.IOException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Trains a churn model on the customers whose outcome is known, checks it in every way, and publishes it. */
@Command(
        name = "train",
        mixinStandardHelpOptions = true,
        description = "Trains a churn model, evaluates it on customers that it never saw, and publishes it.")
public final class TrainChurnModel implements Callable<Integer> {
    private final Map<String, String> environment;
    private final Clock clock;
    private final Progress progress;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before it calls
    private CommandSpec spec;

    @Mixin
    private final TrainingOptions options = new TrainingOptions();

    public static void main(String[] arguments) {
        Progress progress = new Progress(System.err, System::nanoTime);
        System.exit(new TrainChurnModel(System.getenv(), Clock.systemUTC(), progress)
                .commandLine()
                .execute(arguments));
    }

    TrainChurnModel(Map<String, String> environment, Clock clock, Progress progress) {
        this.environment = environment;
        this.clock = clock;
        this.progress = progress;
    }

    /** 0 when the model is where it should be, 1 when the training failed, 2 when the options make no sense. */
    CommandLine commandLine() {
        return new CommandLine(this).setExecutionExceptionHandler(TrainChurnModel::explain);
    }

    @Override
    public Integer call() throws IOException {
        TrainingPlan plan = options.plan(environment);
        try (SparkSession spark = LocalSpark.start()) {
            progress.report("started Spark %s", spark.version());
            train(plan, spark);
        }
        return CommandLine.ExitCode.OK;
    }

    private void train(TrainingPlan plan, SparkSession spark) {
        CleanCustomers customers = load(plan, spark);
        Split split = Split.of(customers, plan.forest().seed());
        FittedForest fitted = fit(plan, split);
        Evaluation evaluation = evaluate(plan, fitted, split);
        ModelIdentity identity = ModelIdentity.of(clock.instant().truncatedTo(ChronoUnit.MILLIS));
        Pmml pmml = export(fitted, split, identity);
        ParityReport parity = checkParity(fitted, split, pmml);
        Metrics metrics = new Metrics(evaluation, TrainingRows.without(evaluation, customers), plan.forest(), parity);
        ModelVersion version = new ModelVersion(identity, pmml, metrics, TrainingDataHash.of(split.training()));
        publish(plan, version, fitted, split);
    }

    private CleanCustomers load(TrainingPlan plan, SparkSession spark) {
        CleanCustomers customers =
                CleanCustomers.of(plan.source().read(spark), plan.source().name());
        progress.report("loaded %s", customers.summary());
        return customers;
    }

    private FittedForest fit(TrainingPlan plan, Split split) {
        FittedForest fitted = ForestPipeline.fit(split.training(), plan.forest());
        progress.report(
                "fitted %d trees of depth %d",
                plan.forest().trees(), plan.forest().depth());
        return fitted;
    }

    private Evaluation evaluate(TrainingPlan plan, FittedForest fitted, Split split) {
        Evaluation evaluation = Evaluation.of(fitted.judge(split.heldOut()), plan.alertThreshold());
        progress.report("evaluated on %d held-out customers", evaluation.customers());
        spec.commandLine().getOut().println(EvaluationTable.of(evaluation));
        return evaluation;
    }

    private Pmml export(FittedForest fitted, Split split, ModelIdentity identity) {
        Pmml pmml = PmmlExport.export(fitted, split.training(), identity);
        progress.report("exported %s as %d KiB of PMML", identity.name(), pmml.size() / 1024);
        return pmml;
    }

    private ParityReport checkParity(FittedForest fitted, Split split, Pmml pmml) {
        ParityReport parity = ParityGate.of(pmml).check(fitted, ParityProbes.of(fitted, split));
        progress.report("found all engines to agree with Spark on %s", parity.summary());
        return parity;
    }

    private void publish(TrainingPlan plan, ModelVersion version, FittedForest fitted, Split split) {
        plan.folder().ifPresent(folder -> write(folder, version, fitted, split));
        plan.registry().ifPresent(registry -> publish(registry, version));
    }

    private void write(ModelFolder folder, ModelVersion version, FittedForest fitted, Split split) {
        folder.write(version, fitted, split.heldOut());
        progress.report("wrote %s to %s", version.name(), folder.folder());
    }

    private void publish(ModelRegistry registry, ModelVersion version) {
        ModelRole role = registry.publish(version);
        progress.report("published %s as %s", version.name(), role);
    }

    private static int explain(Exception failure, CommandLine line, CommandLine.ParseResult parsed) {
        if (!(failure instanceof TrainingFailedException)) {
            failure.printStackTrace(line.getErr());
        }
        line.getErr().println("Training failed. " + failure.getMessage());
        return CommandLine.ExitCode.SOFTWARE;
    }
}
