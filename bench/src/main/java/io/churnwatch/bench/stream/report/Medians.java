package io.churnwatch.bench.stream.report;

import io.churnwatch.bench.report.Quantiles;
import io.churnwatch.bench.stream.run.Checkpoints;
import io.churnwatch.bench.stream.run.RunFigures;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The runs of one contender; each figure is the median of theirs. */
public record Medians(List<RunFigures> runs) {
    public Medians {
        runs = List.copyOf(runs);
        if (runs.isEmpty()) {
            throw new IllegalArgumentException("A median is one of something");
        }
    }

    double of(ToDoubleFunction<RunFigures> figure) {
        return Quantiles.median(runs.stream().mapToDouble(figure));
    }

    double min(ToDoubleFunction<RunFigures> figure) {
        return runs.stream().mapToDouble(figure).min().orElseThrow();
    }

    double max(ToDoubleFunction<RunFigures> figure) {
        return runs.stream().mapToDouble(figure).max().orElseThrow();
    }

    double perSecond() {
        return of(RunFigures::perSecond);
    }

    double totalMicros() {
        return of(RunFigures::totalMicros);
    }

    /** Of the last run. */
    Checkpoints checkpoints() {
        return runs.get(runs.size() - 1).checkpoints();
    }
}
