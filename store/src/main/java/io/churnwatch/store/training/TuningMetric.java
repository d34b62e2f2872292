package io.churnwatch.store.training;

/** The metric that decides which shape of a model is best. */
public enum TuningMetric {
    ROC_AUC,
    PR_AUC,
    BRIER,
    LOG_LOSS
}
