package io.churnwatch.bench.training;

import io.churnwatch.bench.scoring.forest.Origin;

/**
 * One training. All but the customers, the memory and the ROC AUC are seconds.
 *
 * @param rest after the evaluation
 * @param process from the start of the process to its end
 * @param peakMebibytes of memory that it had at once
 */
record MeasuredTraining(
        int customers,
        String trainer,
        double load,
        double fit,
        double evaluate,
        double rest,
        double process,
        double peakMebibytes,
        double rocAuc) {

    /** Returns the name in tables: our training is the one that uses Spark. */
    static String nameOf(Origin trainer) {
        return trainer == Origin.SPARK ? "Churnwatch" : trainer.title();
    }

    static MeasuredTraining of(int customers, Origin trainer, String text, double seconds) {
        TrainingLog log = TrainingLog.parse(text);
        return new MeasuredTraining(
                customers,
                nameOf(trainer),
                log.loaded(),
                log.fitted() - log.loaded(),
                log.evaluated() - log.fitted(),
                seconds - log.evaluated(),
                seconds,
                TrainingLog.peakMebibytes(text),
                log.rocAuc());
    }
}
