package io.churnwatch.training.train;

import io.churnwatch.store.training.Grid;
import java.util.List;
import java.util.stream.Stream;

/** The shapes of a model that a training compares for each {@link Grid}. The given shape is always the first of them. */
public enum ShapeGrid {
    /** A handful, in a few minutes. */
    QUICK(
            new Forests(List.of(10), List.of(5, 10), List.of(0.33, 0.5)),
            new Boostings(List.of(60, 120), List.of(3, 4), List.of(0.05))),
    /** About a dozen. */
    DEFAULT(
            new Forests(List.of(8, 10, 12), List.of(5, 10), List.of(0.33, 0.5)),
            new Boostings(List.of(60, 120), List.of(3, 4, 5), List.of(0.05, 0.1))),
    /** Some three dozen, for a night. */
    WIDE(
            new Forests(List.of(8, 10, 12, 14), List.of(2, 5, 10), List.of(0.25, 0.5, 0.75)),
            new Boostings(List.of(60, 120, 240), List.of(2, 3, 4, 5), List.of(0.02, 0.05, 0.1)));

    private final Forests forests;
    private final Boostings boostings;

    ShapeGrid(Forests forests, Boostings boostings) {
        this.forests = forests;
        this.boostings = boostings;
    }

    public static ShapeGrid of(Grid grid) {
        return valueOf(grid.name());
    }

    /** Returns the shapes to compare, each once. */
    public List<TreeParameters> around(TreeParameters given) {
        Stream<? extends TreeParameters> others = given instanceof ForestParameters forest
                ? forests.around(forest)
                : boostings.around((BoostingParameters) given);
        return Stream.concat(Stream.of(given), others).distinct().toList();
    }

    private record Forests(List<Integer> depths, List<Integer> minInstances, List<Double> featureSubsets) {
        Stream<ForestParameters> around(ForestParameters given) {
            return depths.stream()
                    .flatMap(depth -> minInstances.stream()
                            .flatMap(instances ->
                                    featureSubsets.stream().map(subset -> given.with(depth, instances, subset))));
        }
    }

    private record Boostings(List<Integer> trees, List<Integer> depths, List<Double> stepSizes) {
        Stream<BoostingParameters> around(BoostingParameters given) {
            return trees.stream()
                    .flatMap(count -> depths.stream()
                            .flatMap(depth -> stepSizes.stream().map(step -> given.with(count, depth, step))));
        }
    }
}
