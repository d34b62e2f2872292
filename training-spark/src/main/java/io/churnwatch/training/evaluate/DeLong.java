package io.churnwatch.training.evaluate;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.StatUtils;
import org.apache.commons.math3.stat.ranking.NaturalRanking;

/**
 * Compares the ROC AUC of two models on the same customers. For each customer it takes the share of those of the other outcome
 * that a model puts on the right side of them; the AUC is the mean of these shares, and their covariances give its error.
 *
 * @see <a href="https://doi.org/10.2307/2531595">DeLong, DeLong and Clarke-Pearson, Comparing the areas under two or more
 *     correlated receiver operating characteristic curves, Biometrics 1988</a>
 * @see <a href="https://doi.org/10.1109/LSP.2014.2337313">Sun and Xu, Fast implementation of DeLong's algorithm, 2014, on
 *     computing the shares by ranks</a>
 */
final class DeLong {
    /** Returns by how much the AUC of the first scores exceeds that of the second, which are of the same customers. */
    static Interval ofDifference(List<ScoredCustomer> first, List<ScoredCustomer> second) {
        double[] one = shares(first);
        double[] other = shares(second);
        double[] differences = new double[one.length];
        Arrays.setAll(differences, i -> one[i] - other[i]);
        double[] exited = ofOutcome(differences, first, true);
        double[] stayed = ofOutcome(differences, first, false);
        double standardError =
                Math.sqrt(StatUtils.variance(exited) / exited.length + StatUtils.variance(stayed) / stayed.length);
        return Interval.around(StatUtils.mean(exited), standardError);
    }

    /** For each customer the share of those of the other outcome on the right side; equal scores count half. */
    private static double[] shares(List<ScoredCustomer> customers) {
        double[] scores =
                customers.stream().mapToDouble(ScoredCustomer::probability).toArray();
        NaturalRanking ranking = new NaturalRanking(); // equal scores share their mean rank
        double[] all = ranking.rank(scores);
        double[] exited = ranking.rank(ofOutcome(scores, customers, true));
        double[] stayed = ranking.rank(ofOutcome(scores, customers, false));
        double[] shares = new double[scores.length];
        int nextExited = 0;
        int nextStayed = 0;
        for (int i = 0; i < shares.length; i++) {
            if (customers.get(i).exited()) {
                shares[i] = (all[i] - exited[nextExited++]) / stayed.length;
            } else {
                shares[i] = 1 - (all[i] - stayed[nextStayed++]) / exited.length;
            }
        }
        return shares;
    }

    private static double[] ofOutcome(double[] values, List<ScoredCustomer> customers, boolean exited) {
        return IntStream.range(0, values.length)
                .filter(i -> customers.get(i).exited() == exited)
                .mapToDouble(i -> values[i])
                .toArray();
    }

    private DeLong() {}
}
