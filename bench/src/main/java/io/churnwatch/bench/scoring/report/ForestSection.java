package io.churnwatch.bench.scoring.report;

import io.churnwatch.bench.scoring.contender.Comparison;
import io.churnwatch.bench.scoring.contender.Contender;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What was measured on one forest, as a section of the report. */
record ForestSection(ForestFigures forest) {
    List<ComparisonTable> tables() {
        return Comparison.on(forest.origin()).stream()
                .map(comparison -> new ComparisonTable(comparison, forest))
                .toList();
    }

    String markdown() {
        return """

                ## %d trees of depth %d, by %s
                %s
                Checked on %,d customers before anything was measured: our scores equal those of %s.
                %s%s""".formatted(
                        forest.shape().trees(),
                        forest.shape().depth(),
                        forest.origin().title(),
                        tables().stream().map(ComparisonTable::markdown).collect(Collectors.joining()),
                        forest.agreement().customers(),
                        forest.agreement().inWords(),
                        notCompiled(),
                        unsteady());
    }

    private String notCompiled() {
        String missing = titles(contender -> !forest.figures().containsKey(contender));
        return missing.isEmpty() ? "" : "\nNot measured, as it took too long to compile: " + missing + ".\n";
    }

    private String unsteady() {
        String unsteady = titles(contender ->
                forest.figures().containsKey(contender) && forest.of(contender).isUnsteady());
        return unsteady.isEmpty()
                ? ""
                : "\n**Unsteady**, so that their medians and ratios say little: " + unsteady + ".\n";
    }

    private String titles(Predicate<Contender> which) {
        return Comparison.on(forest.origin()).stream()
                .flatMap(comparison -> comparison.contenders().stream())
                .distinct()
                .filter(which)
                .map(Contender::title)
                .collect(Collectors.joining("; "));
    }
}
