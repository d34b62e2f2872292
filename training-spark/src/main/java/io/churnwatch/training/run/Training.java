package io.churnwatch.training.run;

import io.churnwatch.scoring.drift.FieldBaseline;
import io.churnwatch.store.training.Algorithm;
import io.churnwatch.training.data.CleanCustomers;
import io.churnwatch.training.data.DataReport;
import io.churnwatch.training.data.OutcomePeriod;
import io.churnwatch.training.data.Split;
import io.churnwatch.training.evaluate.Evaluation;
import io.churnwatch.training.evaluate.EvaluationDetails;
import io.churnwatch.training.evaluate.JudgedCustomer;
import io.churnwatch.training.evaluate.ScoredCustomer;
import io.churnwatch.training.monitor.TrainingBaseline;
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
import io.churnwatch.training.publish.TrainedModel;
import io.churnwatch.training.publish.TrainingDataHash;
import io.churnwatch.training.report.ModelCard;
import io.churnwatch.training.support.LocalSpark;
import io.churnwatch.training.support.TrainingFailedException;
import io.churnwatch.training.train.FittedModel;
import io.churnwatch.training.train.ModelFeatures;
import io.churnwatch.training.train.TreePipeline;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.apache.spark.sql.SparkSession;

/**
 * Trains a model on the customers whose outcome is known, and checks it. The caller publishes it: the command on its own, the
 * worker in the transaction that ends its job.
 */
public final class Training {
    private final TrainingPlan plan;
    private final Clock clock;
    private final TrainingProgress progress;

    public Training(TrainingPlan plan, Clock clock, TrainingProgress progress) {
        this.plan = plan;
        this.clock = clock;
        this.progress = progress;
    }

    /**
     * Trains once. The session stays open, without its cached rows.
     *
     * @throws TrainingFailedException when it cannot go on, with the cause and what to do about it
     */
    public TrainedModel run(SparkSession spark) {
        try {
            return train(spark);
        } finally {
            spark.catalog().clearCache();
        }
    }

    private TrainedModel train(SparkSession spark) {
        if (plan.shape().algorithm() == Algorithm.GBT) {
            LocalSpark.requireCheckpoints(spark);
        }
        CleanCustomers customers = load(spark);
        Split split = split(customers);
        ModelFeatures features = features(customers.report(), plan.parameters().without());
        ShapeSearch.Found found = tune(split, customers, features);
        TreePipeline pipeline = new TreePipeline(features, found.parameters());
        FittedModel fitted = fit(pipeline, split).calibrated(found.calibration());
        List<JudgedCustomer> heldOut = fitted.judgeInFull(split.heldOut());
        Evaluation evaluation = evaluate(heldOut);
        ModelIdentity identity = identity(found);
        Pmml pmml = export(fitted, split, identity);
        ParityReport parity = checkParity(fitted, split, pmml);
        ModelReview review = new ModelReview(plan, pipeline, split, heldOut);
        EvaluationDetails details = review(review, pmml, features(customers.report(), List.of()));
        Metrics metrics = new Metrics(
                evaluation,
                details,
                TrainingRows.without(evaluation, customers.report()),
                customers.report(),
                split.holdOut(),
                found.parameters(),
                parity,
                found.search());
        ModelVersion version = new ModelVersion(identity, pmml, metrics, TrainingDataHash.of(split.training()));
        List<ScoredCustomer> scores = JudgedCustomer.scores(heldOut);
        TrainedModel model = new TrainedModel(version, ModelCard.of(version, scores), baseline(split, version, scores));
        plan.folder().ifPresent(folder -> write(folder, model, fitted, split));
        return model;
    }

    private CleanCustomers load(SparkSession spark) {
        OutcomePeriod period = new OutcomePeriod(plan.parameters().since(), clock.instant());
        CleanCustomers customers =
                CleanCustomers.of(plan.source().read(spark), plan.source().name(), period);
        progress.report(8, "loaded %s", customers.report().summary());
        return customers;
    }

    private Split split(CleanCustomers customers) {
        Split split = Split.of(customers, plan.shape().seed());
        progress.report(10, "holds out customers %s", split.holdOut().why());
        return split;
    }

    private ModelFeatures features(DataReport customers, List<String> without) {
        ModelFeatures known = ModelFeatures.all().knownIn(customers).without(without);
        return plan.parameters().derived() ? known.withDerived() : known;
    }

    private ShapeSearch.Found tune(Split split, CleanCustomers customers, ModelFeatures features) {
        progress.report(10, "%s", features.summary(customers.report(), plan.shape()));
        return new ShapeSearch(plan, progress).among(split.training(), customers.count(), features);
    }

    private FittedModel fit(TreePipeline pipeline, Split split) {
        FittedModel fitted = pipeline.fit(split.training());
        progress.report(60, "fitted %s", pipeline.parameters().summary());
        return fitted;
    }

    private Evaluation evaluate(List<JudgedCustomer> heldOut) {
        Evaluation evaluation = Evaluation.of(JudgedCustomer.scores(heldOut), plan.alertThreshold());
        progress.report(
                65, "evaluated on %d held-out customers: ROC AUC %.4f", evaluation.customers(), evaluation.rocAuc());
        return evaluation;
    }

    private ModelIdentity identity(ShapeSearch.Found found) {
        return ModelIdentity.of(found.parameters().algorithm(), clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }

    private Pmml export(FittedModel fitted, Split split, ModelIdentity identity) {
        Pmml pmml = PmmlExport.export(fitted, split.training(), identity);
        progress.report(70, "exported %s as %d KiB of PMML", identity.name(), pmml.size() / 1024);
        return pmml;
    }

    private ParityReport checkParity(FittedModel fitted, Split split, Pmml pmml) {
        ParityReport parity = ParityGate.of(pmml).check(fitted, ParityProbes.of(fitted, split));
        progress.report(90, "found all engines to agree with Spark on %s", parity.summary());
        return parity;
    }

    private EvaluationDetails review(ModelReview review, Pmml pmml, ModelFeatures complete) {
        EvaluationDetails details = review.of(pmml, complete);
        progress.report(95, "reviewed: %s", details.summary());
        return details;
    }

    private static List<FieldBaseline> baseline(Split split, ModelVersion version, List<ScoredCustomer> heldOut) {
        return TrainingBaseline.of(split.training(), version.features(), heldOut);
    }

    private void write(ModelFolder folder, TrainedModel model, FittedModel fitted, Split split) {
        folder.write(model, fitted, split.heldOut());
        progress.report(97, "wrote %s to %s", model.version().name(), folder.folder());
    }
}
