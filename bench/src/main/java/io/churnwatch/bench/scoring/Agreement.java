package io.churnwatch.bench.scoring;

import io.churnwatch.scoring.Features;
import io.churnwatch.scoring.NotScorableException;
import io.churnwatch.scoring.explain.Explanation;
import io.churnwatch.scoring.forest.PmmlForest;
import io.churnwatch.scoring.forest.UnsupportedPmmlException;
import io.churnwatch.scoring.jpmml.JpmmlModel;
import java.util.Arrays;
import java.util.List;

/**
 * Whether everything that is measured computes the same: a fast engine that scores differently would win for nothing.
 *
 * @param customers how many were scored
 * @param jpmmlDifferences of them, whose score is not jpmml's to the last bit
 * @param naiveDifferences of them, whose score is not the naive walk's to the last bit
 * @param contributionDifference the greatest between ours and the textbook's TreeSHAP, in probability
 */
record Agreement(int customers, int jpmmlDifferences, int naiveDifferences, double contributionDifference) {
    /** The textbook's TreeSHAP takes milliseconds per row. */
    private static final int EXPLAINED = 50;

    static Agreement of(byte[] pmml, Features[] customers) throws UnsupportedPmmlException, NotScorableException {
        PmmlForest forest = PmmlForest.read(pmml);
        JpmmlModel jpmml = JpmmlModel.read(pmml);
        PlainTrees trees = PlainTrees.read(pmml);
        NaiveWalk walk = new NaiveWalk(trees);
        int jpmmlDifferences = 0;
        int naiveDifferences = 0;
        for (Features customer : customers) {
            double score = forest.score(customer);
            jpmmlDifferences += score == jpmml.score(customer) ? 0 : 1;
            naiveDifferences += score == walk.score(trees.encode(customer)) ? 0 : 1;
        }
        Features[] explained = Arrays.copyOf(customers, Math.min(EXPLAINED, customers.length));
        return new Agreement(
                customers.length, jpmmlDifferences, naiveDifferences, contributionDifference(forest, trees, explained));
    }

    private static double contributionDifference(PmmlForest forest, PlainTrees trees, Features[] customers)
            throws NotScorableException {
        TextbookTreeShap textbook = new TextbookTreeShap(trees);
        List<String> fields = trees.fields();
        double[] contributions = new double[fields.size()];
        double greatest = 0;
        for (Features customer : customers) {
            Explanation ours = forest.explain(customer);
            textbook.explain(trees.encode(customer), contributions);
            for (int f = 0; f < contributions.length; f++) {
                greatest = Math.max(greatest, Math.abs(ours.contribution(fields.get(f)) - contributions[f]));
            }
        }
        return greatest;
    }
}
