package io.churnwatch.bench.stream.report;

import io.churnwatch.bench.report.Numbers;
import io.churnwatch.bench.stream.run.Contender;
import io.churnwatch.bench.stream.run.Variant;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * A figure that issue 5 asks for.
 *
 * @param what the figure, in words
 * @param figure empty where it was not measured
 * @param goal at least so much is wanted
 * @param floor so much is still acceptable
 */
record Goal(String what, Function<StreamFigures, OptionalDouble> figure, double goal, double floor) {
    private static final double PERCENT = 100;

    /** Those that this benchmark can judge. */
    static List<Goal> all() {
        return List.of(
                new Goal(
                        "% of the constant score's rate is that of the full job",
                        figures -> percent(figures.speed(Variant.FULL, Variant.CONSTANT)), 70, 60),
                new Goal(
                        "% of pass-through's rate is that of the full job",
                        figures -> percent(figures.speed(Variant.FULL, Variant.PASS_THROUGH)), 50, 35),
                new Goal("times what our scoring costs is what jpmml's does", Goal::jpmmlCost, 3, 3),
                new Goal(
                        "events a second go through the full job into PostgreSQL",
                        figures -> figures.perSecond(Variant.FULL),
                        30_000,
                        20_000),
                new Goal("% of the rate with the fewest customers is that with the most", Goal::largeState, 75, 75));
    }

    /** What was found, and what was asked for. */
    String sentence(StreamFigures figures) {
        OptionalDouble found = figure.apply(figures);
        return found.isEmpty()
                ? "Not measured in this run: how many " + what + "."
                : "%s %s. %s".formatted(Numbers.inWords(found.getAsDouble()), what, verdict(found.getAsDouble()));
    }

    private String verdict(double found) {
        String wanted = "at least " + Numbers.inWords(goal);
        if (found >= goal) {
            return "Wanted: " + wanted + ".";
        }
        String limit = floor == goal
                ? ""
                : found >= floor
                        ? "; within the limit of " + Numbers.inWords(floor)
                        : "; **beyond even the limit** of " + Numbers.inWords(floor);
        return "**Worse than wanted:** " + wanted + limit + ".";
    }

    private static OptionalDouble percent(OptionalDouble share) {
        return share.isPresent() ? OptionalDouble.of(PERCENT * share.getAsDouble()) : share;
    }

    /** Of the job without reasons, as jpmml gives none. */
    private static OptionalDouble jpmmlCost(StreamFigures figures) {
        OptionalDouble jpmml = figures.scoringMicros(Variant.JPMML);
        OptionalDouble ours = figures.scoringMicros(Variant.NO_REASONS);
        return jpmml.isPresent() && ours.isPresent()
                ? OptionalDouble.of(jpmml.getAsDouble() / Math.max(0, ours.getAsDouble()))
                : OptionalDouble.empty();
    }

    private static OptionalDouble largeState(StreamFigures figures) {
        List<Contender> states = figures.states();
        if (states.size() < 2) {
            return OptionalDouble.empty();
        }
        Contender few = states.stream()
                .min(Comparator.comparingInt(Contender::customers))
                .orElseThrow();
        Contender many = states.stream()
                .max(Comparator.comparingInt(Contender::customers))
                .orElseThrow();
        return OptionalDouble.of(
                PERCENT * figures.of(many).perSecond() / figures.of(few).perSecond());
    }
}
