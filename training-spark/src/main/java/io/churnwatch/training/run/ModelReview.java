package io.churnwatch.training.run;

import io.churnwatch.scoring.ChurnModel;
import io.churnwatch.scoring.NotScorableException;
import io.churnwatch.training.data.CustomerSample;
import io.churnwatch.training.data.Split;
import io.churnwatch.training.evaluate.Bootstrap;
import io.churnwatch.training.evaluate.Calibration;
import io.churnwatch.training.evaluate.EvaluationDetails;
import io.churnwatch.training.evaluate.FieldImportance;
import io.churnwatch.training.evaluate.JudgedCustomer;
import io.churnwatch.training.evaluate.LearningCurve;
import io.churnwatch.training.evaluate.Lift;
import io.churnwatch.training.evaluate.PairedComparison;
import io.churnwatch.training.evaluate.ScoredCustomer;
import io.churnwatch.training.evaluate.Segment;
import io.churnwatch.training.publish.NamedModel;
import io.churnwatch.training.publish.Pmml;
import io.churnwatch.training.publish.PublishedModels;
import io.churnwatch.training.train.ModelFeatures;
import io.churnwatch.training.train.TreePipeline;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/** Evaluates a model in detail, on the held-out customers. */
final class ModelReview {
    private static final List<Double> SHARES = List.of(0.1, 0.25, 0.5, 0.75, 1.0);

    /** Among so many, importances no longer change. */
    private static final int CUSTOMERS_TO_SHUFFLE = 5_000;

    private final TrainingPlan plan;
    private final TreePipeline pipeline;
    private final Split split;
    private final List<JudgedCustomer> heldOut;

    ModelReview(TrainingPlan plan, TreePipeline pipeline, Split split, List<JudgedCustomer> heldOut) {
        this.plan = plan;
        this.pipeline = pipeline;
        this.split = split;
        this.heldOut = heldOut;
    }

    EvaluationDetails of(Pmml pmml, ModelFeatures complete) {
        List<ScoredCustomer> scores = JudgedCustomer.scores(heldOut);
        return new EvaluationDetails(
                Bootstrap.DEFAULT.ofAll(scores),
                Lift.of(scores),
                Calibration.bins(scores),
                Segment.of(heldOut, plan.alertThreshold()),
                importances(pmml),
                againstChampion(scores),
                againstComplete(scores, complete),
                learningCurve());
    }

    private List<FieldImportance> importances(Pmml pmml) {
        List<JudgedCustomer> some = heldOut.subList(0, Math.min(heldOut.size(), CUSTOMERS_TO_SHUFFLE));
        return FieldImportance.of(pmml.forest(), some, pipeline.parameters().seed());
    }

    private @Nullable PairedComparison againstChampion(List<ScoredCustomer> scores) {
        return plan.registry()
                .flatMap(PublishedModels::champion)
                .map(champion -> PairedComparison.of(champion.name(), scores, scoresOf(champion)))
                .orElse(null);
    }

    private List<ScoredCustomer> scoresOf(NamedModel champion) {
        return heldOut.stream()
                .map(customer -> new ScoredCustomer(
                        score(champion.model(), customer), customer.scored().exited()))
                .toList();
    }

    /** A customer that the champion cannot score counts as 0.5: as likely as not. */
    private static double score(ChurnModel champion, JudgedCustomer customer) {
        try {
            return champion.score(customer.features());
        } catch (NotScorableException e) {
            return 0.5;
        }
    }

    private @Nullable PairedComparison againstComplete(List<ScoredCustomer> scores, ModelFeatures complete) {
        if (pipeline.features().equals(complete)) {
            return null;
        }
        List<ScoredCustomer> theirs = new TreePipeline(complete, pipeline.parameters())
                .fit(split.training())
                .judge(split.heldOut());
        return PairedComparison.of("with " + String.join(", ", plan.parameters().without()), scores, theirs);
    }

    private @Nullable LearningCurve learningCurve() {
        if (!plan.parameters().learningCurve()) {
            return null;
        }
        List<LearningCurve.Step> steps = new ArrayList<>();
        for (double share : SHARES) {
            Dataset<Row> part = CustomerSample.share(
                    split.training(), share, pipeline.parameters().seed());
            steps.add(LearningCurve.Step.of(part.count(), pipeline.fit(part).judge(split.heldOut())));
        }
        return new LearningCurve(steps);
    }
}
