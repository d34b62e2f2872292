package io.churnwatch.training;

import io.churnwatch.training.data.CleanCustomers;
import io.churnwatch.training.data.Split;
import io.churnwatch.training.evaluate.Evaluation;
import io.churnwatch.training.publish.ModelFolder;
import io.churnwatch.training.publish.ModelIdentity;
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
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.apache.spark.sql.SparkSession;

/**
 * From the customers whose outcome is known to a model that was checked in every way. Who runs it publishes the model: the
 * command by itself, the worker in the transaction that ends its job.
 */
public final class Training {
    private final TrainingPlan plan;
    private final Clock clock;
    private final Progress progress;

    public Training(TrainingPlan plan, Clock clock, Progress progress) {
        this.plan = plan;
        this.clock = clock;
        this.progress = progress;
    }

    /**
     * Trains once; the session stays open.
     *
     * @throws TrainingFailedException when it cannot go on, with the cause and what to do about it
     */
    public TrainedModel run(SparkSession spark) {
        CleanCustomers customers = load(spark);
        Split split = Split.of(customers, plan.forest().seed());
        FittedForest fitted = fit(split);
        Evaluation evaluation = evaluate(fitted, split);
        ModelIdentity identity = ModelIdentity.of(clock.instant().truncatedTo(ChronoUnit.MILLIS));
        Pmml pmml = export(fitted, split, identity);
        ParityReport parity = checkParity(fitted, split, pmml);
        Metrics metrics = new Metrics(evaluation, TrainingRows.without(evaluation, customers), plan.forest(), parity);
        ModelVersion version = new ModelVersion(identity, pmml, metrics, TrainingDataHash.of(split.training()));
        plan.folder().ifPresent(folder -> write(folder, version, fitted, split));
        return new TrainedModel(version, List.of());
    }

    private CleanCustomers load(SparkSession spark) {
        CleanCustomers customers =
                CleanCustomers.of(plan.source().read(spark), plan.source().name());
        progress.report(10, "loaded %s", customers.summary());
        return customers;
    }

    private FittedForest fit(Split split) {
        FittedForest fitted = ForestPipeline.fit(split.training(), plan.forest());
        progress.report(
                50,
                "fitted %d trees of depth %d",
                plan.forest().trees(),
                plan.forest().depth());
        return fitted;
    }

    private Evaluation evaluate(FittedForest fitted, Split split) {
        Evaluation evaluation = Evaluation.of(fitted.judge(split.heldOut()), plan.alertThreshold());
        progress.report(
                60, "evaluated on %d held-out customers: ROC AUC %.4f", evaluation.customers(), evaluation.rocAuc());
        return evaluation;
    }

    private Pmml export(FittedForest fitted, Split split, ModelIdentity identity) {
        Pmml pmml = PmmlExport.export(fitted, split.training(), identity);
        progress.report(70, "exported %s as %d KiB of PMML", identity.name(), pmml.size() / 1024);
        return pmml;
    }

    private ParityReport checkParity(FittedForest fitted, Split split, Pmml pmml) {
        ParityReport parity = ParityGate.of(pmml).check(fitted, ParityProbes.of(fitted, split));
        progress.report(95, "found all engines to agree with Spark on %s", parity.summary());
        return parity;
    }

    private void write(ModelFolder folder, ModelVersion version, FittedForest fitted, Split split) {
        folder.write(version, fitted, split.heldOut());
        progress.report(97, "wrote %s to %s", version.name(), folder.folder());
    }
}
