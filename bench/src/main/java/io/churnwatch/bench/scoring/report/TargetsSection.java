package io.churnwatch.bench.scoring.report;

import io.churnwatch.bench.scoring.forest.ForestShape;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What was measured against what issue 4 asks for. */
record TargetsSection(List<ForestFigures> forests) {
    TargetsSection {
        forests = List.copyOf(forests);
    }

    String markdown() {
        return """

                ## Against the targets of issue 4

                Worse than wanted:

                %s
                As wanted:

                %s%s""".formatted(judged(false), judged(true), unknown());
    }

    private String judged(boolean met) {
        String sentences = forests.stream()
                .flatMap(forest -> Target.all().stream()
                        .filter(judgedBy(forest))
                        .filter(target -> target.isMetBy(forest) == met)
                        .map(target -> "- " + target.sentence(forest) + "\n"))
                .collect(Collectors.joining());
        return sentences.isEmpty() ? "- nothing\n" : sentences;
    }

    /** A line for each shape. */
    private String unknown() {
        Map<ForestShape, String> names = Target.all().stream()
                .filter(target ->
                        forests.stream().noneMatch(forest -> judgedBy(forest).test(target)))
                .collect(Collectors.groupingBy(
                        Target::shape, LinkedHashMap::new, Collectors.mapping(Target::what, Collectors.joining("; "))));
        StringBuilder lines = new StringBuilder();
        names.forEach((shape, targets) -> lines.append("- %s: %s\n".formatted(shape, targets)));
        return lines.isEmpty() ? "" : "\nNot measured in this run, so nothing is known of:\n\n" + lines;
    }

    private static Predicate<Target> judgedBy(ForestFigures forest) {
        return target -> target.isAskedOf(forest) && target.canBeJudgedBy(forest);
    }
}
