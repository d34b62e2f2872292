package io.churnwatch.training.evaluate;

import java.util.Locale;

/** An evaluation as a person reads it. */
public final class EvaluationTable {
    public static String of(Evaluation evaluation) {
        Confusion confusion = evaluation.confusion();
        return String.format(
                Locale.ROOT,
                """
                On %d held-out customers, %d of them left
                  ROC AUC     %.4f
                  PR AUC      %.4f
                  Brier       %.4f
                  Log loss    %.4f
                  ECE         %.4f
                  Accuracy    %.4f  at probability 0.5
                With alerts above %s
                              left  stayed
                  alert     %6d  %6d   precision %.3f
                  no alert  %6d  %6d   recall    %.3f
                """,
                evaluation.customers(),
                evaluation.exited(),
                evaluation.rocAuc(),
                evaluation.prAuc(),
                evaluation.brier(),
                evaluation.logLoss(),
                evaluation.ece(),
                evaluation.accuracy(),
                confusion.threshold(),
                confusion.truePositives(),
                confusion.falsePositives(),
                confusion.precision(),
                confusion.falseNegatives(),
                confusion.trueNegatives(),
                confusion.recall());
    }

    private EvaluationTable() {}
}
