package io.churnwatch.training.publish;

/**
 * How the engines agreed on a model.
 *
 * @param rows how many were compared
 * @param thresholds how many split thresholds were tried from both sides
 * @param worstDifference greatest difference between Spark and any engine
 */
public record ParityReport(long rows, long thresholds, double worstDifference) {
    public String summary() {
        return "%d rows, both sides of %d thresholds, greatest difference %.1e"
                .formatted(rows, thresholds, worstDifference);
    }
}
