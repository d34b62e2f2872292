package io.churnwatch.training.publish;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** A model version's name, {@code rf-20261123-053500} in UTC, and when it was trained. */
public record ModelIdentity(String name, Instant trainedAt) {
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("'rf-'uuuuMMdd-HHmmss").withZone(ZoneOffset.UTC);

    public static ModelIdentity of(Instant trainedAt) {
        return new ModelIdentity(NAME.format(trainedAt), trainedAt);
    }
}
