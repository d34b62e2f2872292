package io.churnwatch.bench.scoring;

import io.churnwatch.bench.scoring.contender.Comparison;
import io.churnwatch.bench.scoring.contender.Contender;
import io.churnwatch.bench.scoring.contender.Platform;
import io.churnwatch.bench.scoring.forest.TrainedForest;
import io.churnwatch.bench.scoring.forest.TreeliteProgram;
import io.churnwatch.bench.scoring.forest.Workspace;
import io.churnwatch.bench.scoring.report.Figure;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Measures one contender after the other, round after round. */
final class Rounds {
    private final Schedule schedule;
    private final JmhFork jmh;
    private final List<TrainedForest> forests;
    private final Map<TrainedForest, Map<Contender, List<Iterations>>> measured = new HashMap<>();

    /** Forests are measured in the order of the list. */
    Rounds(Schedule schedule, Workspace workspace, List<TrainedForest> forests) {
        this.schedule = schedule;
        this.jmh = new JmhFork(workspace, schedule);
        this.forests = forests;
    }

    void run() {
        for (int round = 1; round <= schedule.rounds(); round++) {
            for (TrainedForest forest : forests) {
                for (Contender contender : contenders(forest)) {
                    Iterations iterations = measure(contender, forest);
                    measured.computeIfAbsent(forest, f -> new EnumMap<>(Contender.class))
                            .computeIfAbsent(contender, c -> new ArrayList<>())
                            .add(iterations);
                    System.err.printf(
                            "round %d of %d  %-22s  %-38s %,14.0f ns%n",
                            round, schedule.rounds(), forest, contender.title(), iterations.nanosMean());
                }
            }
        }
    }

    /** Of one forest, over all rounds. */
    Map<Contender, Figure> figures(TrainedForest forest) {
        Map<Contender, Figure> figures = new EnumMap<>(Contender.class);
        measured.getOrDefault(forest, Map.of())
                .forEach((contender, processes) -> figures.put(contender, Iterations.figure(processes)));
        return figures;
    }

    /** All but programs that took too long to compile. */
    private static List<Contender> contenders(TrainedForest forest) {
        return Comparison.on(forest.origin()).stream()
                .flatMap(comparison -> comparison.contenders().stream())
                .distinct()
                .filter(contender -> contender.platform() != Platform.PROGRAM
                        || program(contender, forest).exists())
                .toList();
    }

    private Iterations measure(Contender contender, TrainedForest forest) {
        return switch (contender.platform()) {
            case JVM, JVM_WITH_SPARK -> jmh.measure(contender, forest);
            case PROGRAM ->
                new Iterations(
                        program(contender, forest)
                                .nanos(schedule.warmUps(contender), schedule.iterations(), schedule.iterationSeconds()),
                        new double[0]);
        };
    }

    private static TreeliteProgram program(Contender contender, TrainedForest forest) {
        return new TreeliteProgram(forest.files(), contender.entry());
    }
}
