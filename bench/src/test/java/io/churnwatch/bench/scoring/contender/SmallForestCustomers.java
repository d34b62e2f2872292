package io.churnwatch.bench.scoring.contender;

import io.churnwatch.bench.scoring.forest.ModelFiles;
import io.churnwatch.feed.CustomerProfile;
import io.churnwatch.scoring.Features;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Those whom Spark scored with the small forest and of whom every field is known: the textbook replaces no missing value. */
final class SmallForestCustomers {
    /** As the training wrote them, below their header. */
    static List<String> lines() {
        try (BufferedReader csv = new BufferedReader(new InputStreamReader(
                CustomerProfile.class.getResourceAsStream("/model/small-forest-scores.csv"), StandardCharsets.UTF_8))) {
            return csv.lines()
                    .filter(line -> !line.startsWith(",") && !line.contains(",,"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Features> all() {
        return List.of(ModelFiles.features(lines()));
    }

    private SmallForestCustomers() {}
}
