package io.churnwatch.training.evaluate;

import java.util.List;

/** How good a model gets by how many customers it has learnt from: whether more of them would help. */
public record LearningCurve(List<Step> steps) {
    public LearningCurve {
        steps = List.copyOf(steps);
    }

    /** A model of some of the customers, judged on the same held-out ones. */
    public record Step(long trainingCustomers, double rocAuc, double prAuc, double brier) {
        public static Step of(long trainingCustomers, List<ScoredCustomer> heldOut) {
            return new Step(
                    trainingCustomers, Metric.ROC_AUC.of(heldOut), Metric.PR_AUC.of(heldOut), Metric.BRIER.of(heldOut));
        }
    }
}
