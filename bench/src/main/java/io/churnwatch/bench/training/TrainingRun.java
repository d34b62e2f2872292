package io.churnwatch.bench.training;

import io.churnwatch.bench.scoring.forest.BenchmarkFailedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A training as a process of its own.
 *
 * @param seconds from the start until each stage was over
 * @param peakMegabytes of memory that it had at once
 */
record TrainingRun(Map<Stage, Double> seconds, long peakMegabytes) {
    private static final long KIB_PER_MIB = 1_024;
    private static final long LOOK_EVERY_MILLIS = 100;

    static TrainingRun of(List<String> words, Path log) {
        try {
            Process process = new ProcessBuilder(words)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            long peak = watched(process);
            if (process.exitValue() != 0) {
                throw new BenchmarkFailedException("A training failed; see " + log);
            }
            return new TrainingRun(Stage.seconds(Files.readAllLines(log)), peak);
        } catch (IOException e) {
            throw new BenchmarkFailedException("A training could not be started: " + e, e);
        }
    }

    double seconds(Stage stage) {
        return seconds.getOrDefault(stage, Double.NaN);
    }

    private static long watched(Process process) {
        long peak = 0;
        try {
            while (!process.waitFor(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
                peak = Math.max(peak, peakSoFar(process));
            }
            return peak;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchmarkFailedException("A training was interrupted", e);
        } finally {
            process.destroy();
        }
    }

    /** As Linux counts it; the process may end while it is asked. */
    private static long peakSoFar(Process process) {
        try {
            return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / KIB_PER_MIB)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }
}
