package io.churnwatch.store.model;

import java.util.List;

/** The metrics of every training on held-out customers: the numbers under {@code held_out} of a model's metrics. */
public final class HeldOutMetrics {
    /** Their names; the training's own tests hold what it measures against them. */
    public static final List<String> NAMES =
            List.of("customers", "exited", "roc_auc", "pr_auc", "brier", "log_loss", "ece", "accuracy");

    private HeldOutMetrics() {}
}
