package io.churnwatch.scoring.shap;

import io.churnwatch.scoring.explain.FieldEffect;
import io.churnwatch.scoring.forest.CompiledForest;
import io.churnwatch.scoring.forest.Ensemble;
import io.churnwatch.scoring.forest.FlatForest;
import io.churnwatch.scoring.forest.Link;
import io.churnwatch.scoring.forest.SplitTest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Explains the scores of one forest. Made once per model, on first use, for it costs more than the engine. Immutable and thread-safe;
 * what a thread needs besides is in {@link RowExplainer}.
 */
public final class ForestExplainer {
    private final CompiledForest forest;
    private final Players players;
    private final ShapTrees trees;
    private final TreeShap shap;
    private final FieldEffects effects;
    private final int[] axisOfField; // −1 where none, or more than one, has to do with the field

    public ForestExplainer(CompiledForest forest) {
        this.forest = forest;
        this.players = new Players(forest.columns(), forest.tests());
        this.trees = new ForestShapTrees(forest.trees(), forest.tests(), players);
        this.shap = new TreeShap(trees);
        this.effects = new FieldEffects(forest.trees(), forest.tests(), shap.base());
        this.axisOfField = axesOfFields();
    }

    /** What the trees lack to be explained; null when they can be. */
    public static @Nullable String obstacle(Ensemble ensemble) {
        FlatForest trees = ensemble.trees();
        if (!trees.isTree() || hasThirdWays(trees)) {
            return "its trees have surrogate splits, or third ways for missing values";
        }
        if (ensemble.ballot() != null && ensemble.ballot().mayAbstain()) {
            return "its trees vote, and may abstain";
        }
        boolean counted = false;
        for (int node = 0; node < trees.nodes(); node++) {
            boolean reached = trees.isLeaf(node) && trees.cover(node) > 0;
            counted |= reached && trees.cover(node) != 1;
        }
        for (int tree = 0; tree < trees.size(); tree++) {
            if (!counted || !allCounted(trees, trees.root(tree))) {
                return "its leaves carry no record counts";
            }
        }
        return null;
    }

    private static boolean hasThirdWays(FlatForest trees) {
        for (int node = 0; node < trees.nodes(); node++) {
            if (!trees.isLeaf(node)
                    && trees.tests().get(trees.test(node)).missing() == SplitTest.Missing.ELSEWHERE
                    && trees.elsewhere(node) != FlatForest.NOWHERE) {
                return true;
            }
        }
        return false;
    }

    private static boolean allCounted(FlatForest trees, int node) {
        return trees.isLeaf(node)
                ? trees.cover(node) > 0
                        != Double.isNaN(trees.value(node)) // no record came to where there is no prediction
                : allCounted(trees, trees.left(node)) && allCounted(trees, trees.right(node));
    }

    private int[] axesOfFields() {
        int[] axes = new int[forest.columns().inputs()];
        for (int field = 0; field < axes.length; field++) {
            axes[field] = -1;
            int found = 0;
            for (int axis = 0; axis < forest.tests().axes(); axis++) {
                int column = forest.tests().column(axis);
                if (forest.columns().sources(column).get(field)) {
                    found++;
                    axes[field] = column == field ? axis : -1;
                }
            }
            if (found != 1) {
                axes[field] = -1;
            }
        }
        return axes;
    }

    /** The effect of one field's value alone, where the trees test the field itself. */
    public Optional<FieldEffect> effect(int field, double value, @Nullable String category) {
        int axis = axisOfField[field];
        if (axis < 0 || Double.isNaN(value)) {
            return Optional.empty();
        }
        FieldEffect effect =
                category == null ? effects.ofNumber(axis, value) : effects.ofCategory(axis, value, category);
        return Optional.of(new FieldEffect(
                effect.above(),
                effect.upTo(),
                effect.categories(),
                probability(effect.probability()),
                probability(effect.average())));
    }

    /** The mean score of the training records. */
    double base() {
        return probability(shap.base());
    }

    ShapTrees trees() {
        return trees;
    }

    TreeShap shap() {
        return shap;
    }

    /** What a mean leaf makes. */
    private double probability(double meanLeaf) {
        return forest.ensemble().link().probability(mean(meanLeaf));
    }

    private double mean(double meanLeaf) {
        return meanLeaf * forest.trees().size() / forest.ensemble().divisor();
    }

    /**
     * Writes the contributions of the input fields to a row's probability.
     *
     * @param ofPlayers that add up to the mean leaf of the row, from that of the training records on
     */
    void share(double[] ofPlayers, double probability, double[] contributions) {
        players.share(ofPlayers, contributions);
        double factor = factor(ofPlayers, probability);
        for (int field = 0; field < contributions.length; field++) {
            contributions[field] *= factor;
        }
    }

    /** Contributions to the mean are contributions to the probability; where a link lies between, they share its change alike. */
    private double factor(double[] ofPlayers, double probability) {
        double mean = mean(1);
        if (forest.ensemble().link() == Link.NONE) {
            return mean;
        }
        double moved = 0;
        for (double contribution : ofPlayers) {
            moved += contribution;
        }
        return moved == 0 ? 0 : (probability - base()) / moved;
    }
}
