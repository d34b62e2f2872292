package io.churnwatch.bench.scoring.report;

import io.churnwatch.bench.report.Numbers;
import io.churnwatch.bench.scoring.contender.Contender;
import io.churnwatch.bench.scoring.forest.ForestShape;
import io.churnwatch.bench.scoring.forest.Origin;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * A figure that issue 4 asks for.
 *
 * @param origin who trained the forest that it is asked of
 * @param shape of that forest
 * @param what the figure, in words
 * @param timed those whose times it is made of
 * @param atLeast whether more is better
 * @param goal what is wanted
 * @param floor what is still acceptable; equal to the goal where the issue names none
 */
record Target(
        Origin origin,
        ForestShape shape,
        String what,
        List<Contender> timed,
        ToDoubleFunction<ForestFigures> figure,
        boolean atLeast,
        double goal,
        double floor) {
    private static final int SMALLEST_OBJECT = 16; // bytes

    private static final ForestShape SHALLOW = new ForestShape(100, 5);
    private static final ForestShape DEEP = new ForestShape(100, 10);
    private static final ForestShape LARGE = new ForestShape(300, 12);

    Target {
        timed = List.copyOf(timed);
    }

    static List<Target> all() {
        return Stream.of(shallow(), deep(), large(), peers(SHALLOW), peers(DEEP), peers(LARGE))
                .flatMap(List::stream)
                .toList();
    }

    boolean isAskedOf(ForestFigures forest) {
        return origin == forest.origin() && shape.equals(forest.shape());
    }

    /** Whether all that it is made of was measured. */
    boolean canBeJudgedBy(ForestFigures forest) {
        return forest.figures().keySet().containsAll(timed);
    }

    boolean isMetBy(ForestFigures forest) {
        return meets(goal, forest);
    }

    /** What was found, and what was asked for. */
    String sentence(ForestFigures forest) {
        boolean unsteady = timed.stream().map(forest::of).anyMatch(Figure::isUnsteady);
        return "%s, %s: %s%s. %s"
                .formatted(
                        shape,
                        what,
                        Numbers.inWords(figure.applyAsDouble(forest)),
                        unsteady ? " (of unsteady figures)" : "",
                        verdict(forest));
    }

    private String verdict(ForestFigures forest) {
        String wanted = (atLeast ? "at least " : "at most ") + Numbers.inWords(goal);
        if (isMetBy(forest)) {
            return "Wanted: " + wanted + ".";
        }
        if (floor == goal) {
            return "**Worse than wanted:** " + wanted + ".";
        }
        String limit = Numbers.inWords(floor);
        return meets(floor, forest)
                ? "**Worse than wanted:** " + wanted + "; within the limit of " + limit + "."
                : "**Worse than wanted:** " + wanted + "; **beyond even the limit** of " + limit + ".";
    }

    private boolean meets(double bound, ForestFigures forest) {
        double found = figure.applyAsDouble(forest);
        return atLeast ? found >= bound : found <= bound;
    }

    private static List<Target> shallow() {
        return List.of(
                timesAsFast(Origin.SPARK, SHALLOW, "jpmml", Contender.JPMML, 100, 60),
                bytes(SHALLOW),
                unchangedKey(SHALLOW));
    }

    private static List<Target> deep() {
        return List.of(
                timesAsFast(Origin.SPARK, DEEP, "jpmml", Contender.JPMML, 100, 60),
                nanos(DEEP, "ns per score", Contender.OURS, 1_000, 1_000),
                bytes(DEEP),
                unchangedKey(DEEP),
                nanos(DEEP, "ns per TreeSHAP", Contender.TREE_SHAP, 150_000, 400_000),
                new Target(
                        Origin.SPARK,
                        DEEP,
                        "times as fast as the textbook's TreeSHAP",
                        List.of(Contender.TREE_SHAP, Contender.TEXTBOOK_TREE_SHAP),
                        forest -> forest.speedUp(Contender.TREE_SHAP, Contender.TEXTBOOK_TREE_SHAP),
                        true,
                        30,
                        20));
    }

    private static List<Target> large() {
        return List.of(
                timesAsFast(Origin.SPARK, LARGE, "jpmml", Contender.JPMML, 60, 40), bytes(LARGE), unchangedKey(LARGE));
    }

    private static List<Target> peers(ForestShape shape) {
        return List.of(
                timesAsFast(Origin.SCIKIT_LEARN, shape, "ONNX Runtime", Contender.ONNX_RUNTIME, 8, 8),
                timesAsFast(Origin.SCIKIT_LEARN, shape, "Treelite's C", Contender.TREELITE, 5, 5),
                timesAsFast(Origin.SCIKIT_LEARN, shape, "Treelite's tuned C", Contender.TREELITE_TUNED, 5, 5));
    }

    private static Target timesAsFast(
            Origin origin, ForestShape shape, String whom, Contender slower, double goal, double floor) {
        return new Target(
                origin,
                shape,
                "times as fast as " + whom,
                List.of(Contender.OURS, slower),
                forest -> forest.speedUp(Contender.OURS, slower),
                true,
                goal,
                floor);
    }

    private static Target nanos(ForestShape shape, String what, Contender contender, double goal, double floor) {
        return new Target(
                Origin.SPARK,
                shape,
                what,
                List.of(contender),
                forest -> forest.of(contender).nanos(),
                false,
                goal,
                floor);
    }

    private static Target unchangedKey(ForestShape shape) {
        return nanos(shape, "ns per row of unchanged key", Contender.KEPT_100, 60, 60);
    }

    /** The measuring itself allocates, too: what is less than the smallest object per score is none. */
    private static Target bytes(ForestShape shape) {
        return new Target(
                Origin.SPARK,
                shape,
                "bytes per score",
                List.of(),
                forest -> {
                    double bytes = forest.of(Contender.OURS).bytes();
                    return bytes < SMALLEST_OBJECT ? 0 : bytes;
                },
                false,
                0,
                0);
    }
}
