package io.churnwatch.stream.score;

import io.churnwatch.model.ModelPointer;
import io.churnwatch.risk.AlertRaised;
import io.churnwatch.risk.Reason;
import io.churnwatch.risk.RiskScored;
import io.churnwatch.scoring.Features;
import io.churnwatch.scoring.NotScorableException;
import io.churnwatch.scoring.explain.ExplainableModel;
import io.churnwatch.scoring.explain.Explanation;
import io.churnwatch.scoring.explain.Reasons;
import io.churnwatch.scoring.explain.RiskDifference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Calculates the reasons of many results at once: alone, an explanation costs hundreds of times a score. The algorithm does not depend
 * on their number, so a replay writes the same digits. A model that cannot be explained yields no reasons.
 */
final class ReasonCalculation {
    private final Models models;

    /** Loads models. */
    interface Models {
        ExplainableModel get(ModelPointer pointer) throws Exception;
    }

    ReasonCalculation(Models models) {
        this.models = models;
    }

    /** Returns the results with their reasons, in their order. */
    List<CustomerResult> explain(List<UnexplainedResult> results) throws Exception {
        Map<ModelPointer, Questions> questions = new LinkedHashMap<>();
        for (UnexplainedResult result : results) {
            if (result.wanted() != null) {
                questions
                        .computeIfAbsent(result.wanted().model(), model -> new Questions())
                        .ask(result.result(), result.wanted());
            }
        }
        for (Map.Entry<ModelPointer, Questions> entry : questions.entrySet()) {
            entry.getValue().answer(models.get(entry.getKey()));
        }
        List<CustomerResult> explained = new ArrayList<>(results.size());
        for (UnexplainedResult result : results) {
            ReasonsWanted wanted = result.wanted();
            explained.add(
                    wanted == null
                            ? result.result()
                            : Objects.requireNonNull(questions.get(wanted.model()))
                                    .next(result.result(), wanted));
        }
        return explained;
    }

    /** The customers that one model explains: the current profile of each result and, where wanted, the one before. */
    private static final class Questions {
        private final List<Features> customers = new ArrayList<>();
        private @Nullable ExplainableModel model;
        private List<Explanation> explanations = List.of();
        private int next;

        void ask(CustomerResult result, ReasonsWanted wanted) {
            customers.add(Features.of(result.profile()));
            if (wanted.before() != null) {
                customers.add(Features.of(wanted.before()));
            }
        }

        void answer(ExplainableModel model) throws NotScorableException {
            if (model.whyNotExplainable().isEmpty()) {
                this.model = model;
                explanations = model.explainAll(customers);
            }
        }

        /** Returns the next result with the reasons that it asked for. */
        CustomerResult next(CustomerResult result, ReasonsWanted wanted) throws NotScorableException {
            ExplainableModel explaining = model;
            if (explaining == null) {
                return result;
            }
            Features features = customers.get(next);
            Explanation now = explanations.get(next++);
            List<Reason> reasons = Reasons.of(explaining, features, now.contributions());
            List<Reason> ofMove = wanted.before() == null
                    ? List.of()
                    : Reasons.of(explaining, features, move(explanations.get(next++), now));
            return explained(result, wanted, reasons, ofMove);
        }

        private static Map<String, Double> move(Explanation was, Explanation now) {
            return RiskDifference.between(was, was, now).dataParts();
        }

        private static CustomerResult explained(
                CustomerResult result, ReasonsWanted wanted, List<Reason> reasons, List<Reason> ofMove) {
            RiskScored score = Objects.requireNonNull(result.score());
            AlertRaised alert = result.alert();
            return result.withReasons(
                    wanted.ofScore() ? score.withReasons(reasons) : score,
                    alert != null && wanted.ofAlert() ? alert.withReasons(reasons, ofMove) : alert);
        }
    }
}
