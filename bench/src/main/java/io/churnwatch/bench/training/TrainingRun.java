package io.churnwatch.bench.training;

import io.churnwatch.bench.process.BenchmarkFailedException;
import io.churnwatch.bench.process.LoggedProgram;
import io.churnwatch.bench.process.ProcFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.concurrent.atomic.DoubleAccumulator;

/**
 * A training as a process of its own. Times are seconds.
 *
 * @param total from the start of the process to its end
 * @param peakMebibytes of memory that it had at once
 */
record TrainingRun(TrainingLog log, double total, double peakMebibytes) {
    private static final Duration LIMIT = Duration.ofHours(1);

    static TrainingRun of(LoggedProgram training) {
        DoubleAccumulator peak = new DoubleAccumulator(Math::max, 0);
        long start = System.nanoTime();
        boolean ended = training.runWatched(LIMIT, process -> peak.accumulate(ProcFiles.peakMemoryOfFamily(process)));
        double seconds = (System.nanoTime() - start) / 1e9;
        if (!ended) {
            throw new BenchmarkFailedException(training.task() + " did not end within an hour; see " + training.log());
        }
        return new TrainingRun(parsedLog(training), seconds, peak.get());
    }

    private static TrainingLog parsedLog(LoggedProgram training) {
        try {
            return TrainingLog.parse(Files.readString(training.log()));
        } catch (IOException e) {
            throw new BenchmarkFailedException("The log of a training cannot be read: " + e, e);
        }
    }

    double load() {
        return log.loaded();
    }

    double fit() {
        return log.fitted() - log.loaded();
    }

    double evaluate() {
        return log.evaluated() - log.fitted();
    }

    /** After the evaluation. */
    double rest() {
        return total - log.evaluated();
    }

    double rocAuc() {
        return log.rocAuc();
    }
}
