package io.churnwatch.bench.scoring;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * A figure that issue 4 asks for.
 *
 * @param shape the forest that it is asked of
 * @param what the figure, in words
 * @param atLeast whether more is better
 * @param goal what is wanted
 * @param floor what is still acceptable; equal to the goal where the issue names none
 */
record Target(
        ForestShape shape,
        String what,
        ToDoubleFunction<ForestFigures> figure,
        boolean atLeast,
        double goal,
        double floor) {
    private static final ForestShape SHALLOW = new ForestShape(100, 5);
    private static final ForestShape DEEP = new ForestShape(100, 10);
    private static final ForestShape LARGE = new ForestShape(300, 12);

    static List<Target> all() {
        return List.of(
                timesJpmml(SHALLOW, 100, 60),
                bytes(SHALLOW),
                timesJpmml(DEEP, 100, 60),
                new Target(DEEP, "ns per score", f -> f.of(Contender.OURS).nanos(), false, 1_000, 1_000),
                bytes(DEEP),
                new Target(
                        DEEP, "ns per TreeSHAP", f -> f.of(Contender.TREE_SHAP).nanos(), false, 150_000, 400_000),
                new Target(DEEP, "times as fast as the textbook's TreeSHAP", Target::timesTextbook, true, 30, 20),
                timesJpmml(LARGE, 60, 40),
                bytes(LARGE));
    }

    boolean isMetBy(ForestFigures figures) {
        return meets(goal, figures);
    }

    /** What was found, and what was asked for. */
    String sentence(ForestFigures figures) {
        return "%s, %s: %s. %s"
                .formatted(shape, what, Numbers.inWords(figure.applyAsDouble(figures)), verdict(figures));
    }

    private String verdict(ForestFigures figures) {
        String wanted = (atLeast ? "at least " : "at most ") + Numbers.inWords(goal);
        if (isMetBy(figures)) {
            return "Wanted: " + wanted + ".";
        }
        if (floor == goal) {
            return "**Worse than wanted:** " + wanted + ".";
        }
        String limit = Numbers.inWords(floor);
        return meets(floor, figures)
                ? "**Worse than wanted:** " + wanted + "; within the limit of " + limit + "."
                : "**Worse than wanted:** " + wanted + "; **beyond even the limit** of " + limit + ".";
    }

    private boolean meets(double bound, ForestFigures figures) {
        double found = figure.applyAsDouble(figures);
        return atLeast ? found >= bound : found <= bound;
    }

    private static Target timesJpmml(ForestShape shape, double goal, double floor) {
        return new Target(
                shape,
                "times as fast as jpmml",
                figures -> figures.speedUp(Contender.OURS, Contender.JPMML),
                true,
                goal,
                floor);
    }

    private static double timesTextbook(ForestFigures figures) {
        return figures.speedUp(Contender.TREE_SHAP, Contender.TEXTBOOK_TREE_SHAP);
    }

    /** The measuring itself allocates a few bytes per iteration: what is below one per score is none. */
    private static Target bytes(ForestShape shape) {
        return new Target(
                shape,
                "bytes per score",
                figures -> Math.floor(figures.of(Contender.OURS).bytes()),
                false,
                0,
                0);
    }
}
