package io.churnwatch.bench.scoring.report;

import io.churnwatch.bench.scoring.contender.Agreement;
import io.churnwatch.bench.scoring.contender.Comparison;
import io.churnwatch.bench.scoring.contender.Contender;
import io.churnwatch.bench.scoring.forest.ForestShape;
import io.churnwatch.bench.scoring.forest.Origin;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What was measured on one forest. */
public record ForestFigures(Origin origin, ForestShape shape, Agreement agreement, Map<Contender, Figure> figures) {
    public ForestFigures {
        figures = Map.copyOf(figures);
    }

    Figure of(Contender contender) {
        return Objects.requireNonNull(figures.get(contender), contender.title());
    }

    /** Those of a comparison that were measured. */
    List<Contender> measured(Comparison comparison) {
        return comparison.contenders().stream().filter(figures::containsKey).toList();
    }

    /** How many times as fast as {@code slower} this contender is. */
    double speedUp(Contender contender, Contender slower) {
        return of(slower).nanos() / of(contender).nanos();
    }
}
