package io.churnwatch.training.train;

import io.churnwatch.store.training.Grid;
import java.util.ArrayList;
import java.util.List;

/** The shapes of a model that a training compares for each {@link Grid}. The given shape is always the first of them. */
public enum ShapeGrid {
    /** A handful, in a few minutes. */
    QUICK(List.of(10), List.of(5, 10), List.of(0.33, 0.5), List.of(60, 120), List.of(3, 4), List.of(0.05)),
    /** About a dozen. */
    DEFAULT(
            List.of(8, 10, 12),
            List.of(5, 10),
            List.of(0.33, 0.5),
            List.of(60, 120),
            List.of(3, 4, 5),
            List.of(0.05, 0.1)),
    /** Some three dozen, for a night. */
    WIDE(
            List.of(8, 10, 12, 14),
            List.of(2, 5, 10),
            List.of(0.25, 0.5, 0.75),
            List.of(60, 120, 240),
            List.of(2, 3, 4, 5),
            List.of(0.02, 0.05, 0.1));

    private final List<Integer> forestDepths;
    private final List<Integer> forestMinInstances;
    private final List<Double> forestFeatureSubsets;
    private final List<Integer> boostedTrees;
    private final List<Integer> boostedDepths;
    private final List<Double> boostedSteps;

    ShapeGrid(
            List<Integer> forestDepths,
            List<Integer> forestMinInstances,
            List<Double> forestFeatureSubsets,
            List<Integer> boostedTrees,
            List<Integer> boostedDepths,
            List<Double> boostedSteps) {
        this.forestDepths = forestDepths;
        this.forestMinInstances = forestMinInstances;
        this.forestFeatureSubsets = forestFeatureSubsets;
        this.boostedTrees = boostedTrees;
        this.boostedDepths = boostedDepths;
        this.boostedSteps = boostedSteps;
    }

    public static ShapeGrid of(Grid grid) {
        return valueOf(grid.name());
    }

    /** Returns the shapes to compare, each once. */
    public List<TreeParameters> around(TreeParameters given) {
        List<TreeParameters> candidates = new ArrayList<>();
        candidates.add(given);
        if (given instanceof ForestParameters forest) {
            candidates.addAll(forests(forest));
        } else if (given instanceof BoostingParameters boosting) {
            candidates.addAll(boosted(boosting));
        }
        return candidates.stream().distinct().toList();
    }

    private List<TreeParameters> forests(ForestParameters given) {
        List<TreeParameters> forests = new ArrayList<>();
        for (int depth : forestDepths) {
            for (int minInstances : forestMinInstances) {
                for (double featureSubset : forestFeatureSubsets) {
                    forests.add(given.with(depth, minInstances, featureSubset));
                }
            }
        }
        return forests;
    }

    private List<TreeParameters> boosted(BoostingParameters given) {
        List<TreeParameters> boosted = new ArrayList<>();
        for (int trees : boostedTrees) {
            for (int depth : boostedDepths) {
                for (double step : boostedSteps) {
                    boosted.add(given.with(trees, depth, step));
                }
            }
        }
        return boosted;
    }
}
