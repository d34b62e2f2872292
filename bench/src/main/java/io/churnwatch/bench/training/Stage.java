package io.churnwatch.bench.training;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a training is when it says so, by the first word of its lines of progress: {@code  12.3 s   60 %  fitted 100 trees}. */
enum Stage {
    LOADED,
    FITTED,
    EVALUATED;

    private static final Pattern LINE = Pattern.compile("\\s*([0-9.]+) s\\s+\\d+ %  (\\w+).*");

    /** The seconds since the start at which each stage was over. */
    static Map<Stage, Double> seconds(List<String> lines) {
        Map<Stage, Double> seconds = new TreeMap<>();
        for (String line : lines) {
            Matcher matcher = LINE.matcher(line);
            if (matcher.matches()) {
                named(matcher.group(2)).ifPresent(stage -> seconds.put(stage, Double.parseDouble(matcher.group(1))));
            }
        }
        return seconds;
    }

    private static Optional<Stage> named(String word) {
        for (Stage stage : values()) {
            if (stage.name().equalsIgnoreCase(word)) {
                return Optional.of(stage);
            }
        }
        return Optional.empty();
    }
}
