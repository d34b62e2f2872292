package io.churnwatch.training.publish;

import io.churnwatch.store.training.Algorithm;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** A model version's name, {@code rf-20261123-053500} in UTC, and when it was trained. */
public record ModelIdentity(String name, Instant trainedAt) {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss").withZone(ZoneOffset.UTC);

    public static ModelIdentity of(Algorithm algorithm, Instant trainedAt) {
        return new ModelIdentity(algorithm.prefix() + "-" + TIME.format(trainedAt), trainedAt);
    }
}
