package io.churnwatch.scoring.pmml;

import io.churnwatch.scoring.forest.Ensemble;
import io.churnwatch.scoring.forest.FlatForest;
import io.churnwatch.scoring.forest.Link;
import io.churnwatch.scoring.forest.Precision;
import io.churnwatch.scoring.pmml.document.UnsupportedPmmlException;
import io.churnwatch.scoring.pmml.field.Columns;
import io.churnwatch.scoring.pmml.field.Scope;
import io.churnwatch.scoring.pmml.field.Symbols;
import io.churnwatch.scoring.pmml.field.ValueType;
import io.churnwatch.scoring.pmml.field.Values;
import java.util.Arrays;
import java.util.List;
import org.dmg.pmml.MiningFunction;
import org.dmg.pmml.Model;
import org.dmg.pmml.Output;
import org.dmg.pmml.OutputField;
import org.dmg.pmml.ResultFeature;
import org.dmg.pmml.ScoreDistribution;
import org.dmg.pmml.True;
import org.dmg.pmml.mining.MiningModel;
import org.dmg.pmml.mining.Segment;
import org.dmg.pmml.mining.Segmentation;
import org.dmg.pmml.regression.RegressionModel;
import org.dmg.pmml.tree.Node;
import org.dmg.pmml.tree.TreeModel;

/**
 * Reads what a classifier is made of: one tree, a forest that averages or votes, or a chain of boosted trees and the regression that
 * makes a probability of their sum. It computes in the order and the precision of jpmml, so that the scores are equal to the last bit.
 *
 * @see <a href="https://dmg.org/pmml/v4-4-1/MultipleModels.html">PMML 4.4, Multiple Models</a>
 */
final class EnsembleReader {
    private final Columns columns;
    private final Classes classes;

    /** What the leaves of a segment's tree are worth. */
    private interface SegmentReader {
        LeafReader leaves(Segment segment) throws UnsupportedPmmlException;
    }

    private EnsembleReader(Columns columns, Classes classes) {
        this.columns = columns;
        this.classes = classes;
    }

    static Ensemble read(Columns columns, Model model, Classes classes) throws UnsupportedPmmlException {
        EnsembleReader reader = new EnsembleReader(columns, classes);
        Ensemble ensemble = reader.classifier(model);
        Link calibration = CalibratedOutput.of(model, classes);
        return calibration == null ? ensemble : ensemble.linkedBy(calibration);
    }

    private Ensemble classifier(Model model) throws UnsupportedPmmlException {
        String place = model.getClass().getSimpleName();
        check(model, MiningFunction.CLASSIFICATION, place);
        refuse(model.getTargets(), place + "/Targets");
        Scope scope = Scope.of(columns, model, place);
        if (model instanceof TreeModel tree) {
            ForestBuilder trees = new ForestBuilder();
            TreeBuilder.add(tree, scope, leaf -> probability(leaf, place), place, trees);
            return new Ensemble(trees.build(), null, Precision.DOUBLE, 1, Link.NONE);
        }
        if (!(model instanceof MiningModel mining)) {
            throw unsupported(place);
        }
        Segmentation segmentation = mining.requireSegmentation();
        if (segmentation.requireMultipleModelMethod() != Segmentation.MultipleModelMethod.MODEL_CHAIN) {
            checkDouble(model, place);
        }
        return switch (segmentation.requireMultipleModelMethod()) {
            case AVERAGE -> average(segmentation, scope, false);
            case WEIGHTED_AVERAGE -> average(segmentation, scope, true);
            case MAJORITY_VOTE -> vote(segmentation, scope, false);
            case WEIGHTED_MAJORITY_VOTE -> vote(segmentation, scope, true);
            case MODEL_CHAIN -> chain(segmentation, scope);
            default ->
                throw unsupported("Segmentation "
                        + segmentation.requireMultipleModelMethod().value());
        };
    }

    private Ensemble average(Segmentation segmentation, Scope scope, boolean weighted) throws UnsupportedPmmlException {
        checkMissing(segmentation);
        FlatForest trees = trees(segmentation, scope, segment -> {
            double weight = weighted ? weight(segment) : 1;
            return leaf -> weight * probability(leaf, place(segment));
        });
        double divisor = weighted ? weights(segmentation) : trees.size();
        if (!(divisor > 0)) {
            throw unsupported("Segmentation of weight 0");
        }
        return new Ensemble(trees, null, Precision.DOUBLE, divisor, Link.NONE);
    }

    private Ensemble vote(Segmentation segmentation, Scope scope, boolean weighted) throws UnsupportedPmmlException {
        Segmentation.MissingPredictionTreatment missing = segmentation.getMissingPredictionTreatment();
        if (missing == Segmentation.MissingPredictionTreatment.SKIP_SEGMENT
                || segmentation.getMissingThreshold().doubleValue() != 1) {
            throw unsupported("Segmentation of votes that skips segments, or has a missingThreshold");
        }
        boolean mayAbstain = missing == Segmentation.MissingPredictionTreatment.CONTINUE;
        FlatForest votes = trees(segmentation, scope, segment -> vote(segment, weighted, true));
        if (!weighted && !mayAbstain) {
            return new Ensemble(votes, null, Precision.DOUBLE, votes.size(), Link.NONE);
        }
        FlatForest others = trees(segmentation, scope, segment -> vote(segment, weighted, false));
        double[] weights = segmentation.requireSegments().stream()
                .mapToDouble(segment -> weighted ? weight(segment) : 1)
                .toArray();
        Ensemble.Ballot ballot = new Ensemble.Ballot(others, weights, mayAbstain);
        return new Ensemble(
                votes, ballot, Precision.DOUBLE, Arrays.stream(weights).sum(), Link.NONE);
    }

    private LeafReader vote(Segment segment, boolean weighted, boolean positive) {
        double weight = weighted ? weight(segment) : 1;
        return leaf -> {
            if (!NodeRecords.distributions(leaf).isEmpty()) {
                probability(leaf, place(segment)); // counts for nothing, but jpmml refuses one that is none
            }
            return classes.isPositive(leaf.requireScore(), place(segment)) == positive ? weight : 0;
        };
    }

    /** Boosted trees: their sum is an output of the first segment, which the regression of the second asks for. */
    private Ensemble chain(Segmentation segmentation, Scope outer) throws UnsupportedPmmlException {
        List<Segment> segments = segmentation.requireSegments();
        if (segments.size() != 2 || !(segments.get(1).requireModel() instanceof RegressionModel regression)) {
            throw unsupported("Segmentation modelChain that is not of trees and one RegressionModel");
        }
        checkMissing(segmentation);
        classes.checkTarget(regression, place(segments.get(1)) + "/RegressionModel");
        Model boosted = segments.get(0).requireModel();
        String place = place(segments.get(0)) + "/" + boosted.getClass().getSimpleName();
        checkAlways(segments.get(0));
        checkAlways(segments.get(1));
        check(boosted, MiningFunction.REGRESSION, place);
        check(regression, MiningFunction.CLASSIFICATION, place(segments.get(1)) + "/RegressionModel");
        Precision precision = MathContexts.precision(boosted, place);
        Scope scope = outer.inner(boosted, place);
        OutputField output = onlyOutput(boosted, place);
        checkListed(output, regression);
        Link link = RegressionLink.of(regression, output, classes);
        Link rescaled = TargetLink.of(boosted, output, precision, place).then(link);
        if (boosted instanceof TreeModel tree) {
            ForestBuilder trees = new ForestBuilder();
            TreeBuilder.add(tree, scope, leaf -> score(leaf, precision, place), place, trees);
            return new Ensemble(trees.build(), null, precision, 1, rescaled);
        }
        if (!(boosted instanceof MiningModel mining)) {
            throw unsupported(place);
        }
        return boosted(mining.requireSegmentation(), scope, precision, rescaled);
    }

    private Ensemble boosted(Segmentation segmentation, Scope scope, Precision precision, Link link)
            throws UnsupportedPmmlException {
        checkMissing(segmentation);
        Segmentation.MultipleModelMethod method = segmentation.requireMultipleModelMethod();
        boolean weighted = method == Segmentation.MultipleModelMethod.WEIGHTED_SUM
                || method == Segmentation.MultipleModelMethod.WEIGHTED_AVERAGE;
        FlatForest trees = trees(segmentation, scope, segment -> {
            double weight = weighted ? precision.round(weight(segment)) : 1;
            Precision own = MathContexts.precision(segment.requireModel(), place(segment));
            return leaf -> precision.round(weight * precision.round(score(leaf, own, place(segment))));
        });
        double divisor = switch (method) {
            case SUM, WEIGHTED_SUM -> 1;
            case AVERAGE -> trees.size();
            case WEIGHTED_AVERAGE -> weights(segmentation, precision);
            default -> throw unsupported("Segmentation " + method.value() + " of regression trees");
        };
        if (!(divisor > 0)) {
            throw unsupported("Segmentation of weight 0");
        }
        Link rounded = precision::round;
        return new Ensemble(trees, null, precision, divisor, rounded.then(link));
    }

    private FlatForest trees(Segmentation segmentation, Scope scope, SegmentReader reader)
            throws UnsupportedPmmlException {
        refuse(segmentation.getLocalTransformations(), "Segmentation/LocalTransformations");
        ForestBuilder trees = new ForestBuilder();
        MiningFunction function = null;
        for (Segment segment : segmentation.requireSegments()) {
            String place = place(segment) + "/TreeModel";
            checkAlways(segment);
            if (!(segment.requireModel() instanceof TreeModel tree)) {
                throw unsupported(
                        place(segment) + "/" + segment.requireModel().getClass().getSimpleName());
            }
            function = function == null ? tree.requireMiningFunction() : function;
            check(tree, function, place);
            refuse(tree.getTargets(), place + "/Targets");
            TreeBuilder.add(tree, scope.inner(tree, place), reader.leaves(segment), place, trees);
        }
        return trees.build();
    }

    /** The share of the positive class, as jpmml computes it. */
    private double probability(Node leaf, String place) throws UnsupportedPmmlException {
        classes.isPositive(leaf.requireScore(), place);
        double positive = 0;
        double sum = 0;
        List<ScoreDistribution> shares = NodeRecords.distributions(leaf);
        boolean asProbabilities = !shares.isEmpty() && shares.get(0).getProbability() != null;
        for (ScoreDistribution share : shares) {
            Number given = asProbabilities ? share.getProbability() : share.getRecordCount();
            double count = given == null ? Double.NaN : given.doubleValue();
            if (!(count >= 0) || (asProbabilities && count > 1)) {
                throw unsupported("a ScoreDistribution of " + count + " in " + place);
            }
            sum += count;
            if (classes.isPositive(share.requireValue(), place)) {
                positive = count;
            }
        }
        if (!(sum > 0) || Double.isInfinite(sum)) {
            throw new UnsupportedPmmlException(place + " has a leaf without records");
        }
        return positive / sum;
    }

    private static double score(Node leaf, Precision precision, String place) throws UnsupportedPmmlException {
        double score = Values.parse(leaf.requireScore().toString(), ValueType.of(precision), new Symbols(), place);
        if (Double.isInfinite(score)) {
            throw unsupported("an infinite score in " + place);
        }
        return score;
    }

    private static double weight(Segment segment) {
        return segment.getWeight() == null ? 1 : segment.getWeight().doubleValue();
    }

    private static double weights(Segmentation segmentation) {
        return weights(segmentation, Precision.DOUBLE);
    }

    private static double weights(Segmentation segmentation, Precision precision) {
        double sum = 0;
        for (Segment segment : segmentation.requireSegments()) {
            sum = precision.round(sum + precision.round(weight(segment)));
        }
        return sum;
    }

    private static OutputField onlyOutput(Model model, String place) throws UnsupportedPmmlException {
        Output output = model.getOutput();
        if (output == null
                || output.getOutputFields().size() != 1
                || output.getOutputFields().get(0).getResultFeature() != ResultFeature.PREDICTED_VALUE
                || output.getOutputFields().get(0).getTargetField() != null) {
            throw unsupported(place + " without one Output that is the predictedValue");
        }
        return output.getOutputFields().get(0);
    }

    private static void checkListed(OutputField sum, Model regression) throws UnsupportedPmmlException {
        boolean listed = regression.requireMiningSchema().getMiningFields().stream()
                .anyMatch(field -> field.requireName().equals(sum.requireName()) && !Scope.isTarget(field));
        if (!listed) {
            throw new UnsupportedPmmlException("RegressionModel/MiningSchema does not list " + sum.requireName());
        }
    }

    private static void check(Model model, MiningFunction function, String place) throws UnsupportedPmmlException {
        if (model.requireMiningFunction() != function) {
            throw unsupported(
                    place + " of function " + model.requireMiningFunction().value());
        }
        if (!model.isScorable()) {
            throw unsupported(place + ", which is not scorable");
        }
        if (function == MiningFunction.CLASSIFICATION && model instanceof TreeModel) {
            checkDouble(model, place);
        }
    }

    private static void checkDouble(Model model, String place) throws UnsupportedPmmlException {
        if (MathContexts.precision(model, place) != Precision.DOUBLE) {
            throw unsupported(place + " in the math context float");
        }
    }

    private static void checkMissing(Segmentation segmentation) throws UnsupportedPmmlException {
        if (segmentation.getMissingPredictionTreatment() == Segmentation.MissingPredictionTreatment.SKIP_SEGMENT) {
            throw unsupported("Segmentation that skips missing predictions");
        }
    }

    private static void checkAlways(Segment segment) throws UnsupportedPmmlException {
        if (!(segment.requirePredicate() instanceof True)) {
            throw unsupported(place(segment) + " with a predicate");
        }
        refuse(segment.getVariableWeight(), place(segment) + "/VariableWeight");
        double weight = weight(segment);
        if (!(weight >= 0) || Double.isInfinite(weight)) {
            throw unsupported(place(segment) + " of weight " + weight);
        }
    }

    private static String place(Segment segment) {
        return "Segment " + segment.getId();
    }

    private static void refuse(@org.jspecify.annotations.Nullable Object element, String place)
            throws UnsupportedPmmlException {
        if (element != null) {
            throw unsupported(place);
        }
    }

    private static UnsupportedPmmlException unsupported(String element) {
        return new UnsupportedPmmlException("Not supported: " + element);
    }
}
