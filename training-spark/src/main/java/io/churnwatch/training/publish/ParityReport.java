package io.churnwatch.training.publish;

/**
 * The agreement of the engines on a model.
 *
 * @param rows how many were compared
 * @param thresholds how many different ones were tried, each in every node that splits there
 * @param worstDifference greatest difference between Spark and any engine
 */
public record ParityReport(long rows, long thresholds, double worstDifference) {
    public String summary() {
        return "%d rows around all %d thresholds, to %.1e".formatted(rows, thresholds, worstDifference);
    }
}
