package io.churnwatch.bench.scoring;

import java.util.Map;
import java.util.Objects;

/** What was measured on one forest. */
record ForestFigures(ForestShape shape, Agreement agreement, Map<Contender, Figure> figures) {
    ForestFigures {
        figures = Map.copyOf(figures);
    }

    Figure of(Contender contender) {
        return Objects.requireNonNull(figures.get(contender), contender.title());
    }

    /** How many times as fast as {@code slower} this contender is. */
    double speedUp(Contender contender, Contender slower) {
        return of(slower).nanos() / of(contender).nanos();
    }
}
