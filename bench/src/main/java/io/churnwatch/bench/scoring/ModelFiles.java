package io.churnwatch.bench.scoring;

import io.churnwatch.scoring.Features;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What a training left in a folder. */
record ModelFiles(Path folder) {
    byte[] pmml() throws IOException {
        return Files.readAllBytes(folder.resolve("model.pmml"));
    }

    /** The held-out customers, as a caller would hand them to a model. */
    Features[] customers() throws IOException {
        try (Stream<String> lines = Files.lines(folder.resolve("scores.csv"))) {
            return HeldOutCustomers.read(lines).stream().map(Features::of).toArray(Features[]::new);
        }
    }
}
