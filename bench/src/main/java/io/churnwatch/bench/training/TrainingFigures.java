package io.churnwatch.bench.training;

import io.churnwatch.bench.report.Quantiles;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/** What was measured, by the number of customers. Not thread-safe. */
final class TrainingFigures {
    private final TreeMap<Integer, Map<Trainer, List<TrainingRun>>> runs = new TreeMap<>();

    void add(int rows, Trainer trainer, TrainingRun run) {
        runs.computeIfAbsent(rows, r -> new EnumMap<>(Trainer.class))
                .computeIfAbsent(trainer, t -> new ArrayList<>())
                .add(run);
    }

    /** Ascending. */
    List<Integer> rows() {
        return List.copyOf(runs.keySet());
    }

    List<TrainingRun> of(int rows, Trainer trainer) {
        return Objects.requireNonNull(Objects.requireNonNull(runs.get(rows)).get(trainer));
    }

    double median(int rows, Trainer trainer, ToDoubleFunction<TrainingRun> figure) {
        return Quantiles.median(of(rows, trainer).stream().mapToDouble(figure));
    }

    /** Ours, as a multiple of scikit-learn's. */
    double timesPeer(int rows, ToDoubleFunction<TrainingRun> figure) {
        return median(rows, Trainer.CHURNWATCH, figure) / median(rows, Trainer.SCIKIT_LEARN, figure);
    }

    /** With more customers, as a multiple of with fewer. */
    double growth(Trainer trainer, int fewer, int more, ToDoubleFunction<TrainingRun> figure) {
        return median(more, trainer, figure) / median(fewer, trainer, figure);
    }
}
