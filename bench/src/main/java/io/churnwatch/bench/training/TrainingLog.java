package io.churnwatch.bench.training;

import io.churnwatch.bench.process.BenchmarkFailedException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The log of a training, in lines such as {@code  12.3 s   60 %  fitted 100 trees}: the seconds since its start at which
 * it had done something, and how good the forest is.
 */
record TrainingLog(double loaded, double fitted, double evaluated, double rocAuc) {
    private static final String LINE = "^ *([0-9.]+) s +\\d+ %%  %s.*$";

    /**
     * Reads a whole log.
     *
     * @throws BenchmarkFailedException naming what it does not say
     */
    static TrainingLog parse(String log) {
        Matcher evaluated = line("evaluated .* ROC AUC ([0-9.]+)", log);
        return new TrainingLog(
                seconds(line("loaded", log)),
                seconds(line("fitted", log)),
                seconds(evaluated),
                Double.parseDouble(evaluated.group(2)));
    }

    /** The most memory that the training had at once. */
    static double peakMebibytes(String log) {
        return Double.parseDouble(find("^peak (\\d+) KiB$", "peak", log).group(1)) / 1_024;
    }

    private static Matcher line(String done, String log) {
        return find(LINE.formatted(done), done, log);
    }

    private static Matcher find(String pattern, String done, String log) {
        Matcher line = Pattern.compile(pattern, Pattern.MULTILINE).matcher(log);
        if (!line.find()) {
            throw new BenchmarkFailedException("A training ended without saying '" + done + "'");
        }
        return line;
    }

    private static double seconds(Matcher line) {
        return Double.parseDouble(line.group(1));
    }
}
