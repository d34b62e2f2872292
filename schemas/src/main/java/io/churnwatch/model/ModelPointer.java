package io.churnwatch.model;

import java.time.Instant;
import java.util.Objects;

/**
 * From {@code effectiveAt} on, {@code modelVersion} has this role. Append-only: a change is a new pointer.
 *
 * @param sha256 of the PMML bytes (not gzipped), lower-case hex: what is fetched must hash to it
 */
public record ModelPointer(ModelRole role, String modelVersion, String sha256, Instant effectiveAt) {
    public ModelPointer {
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(modelVersion, "modelVersion");
        Objects.requireNonNull(sha256, "sha256");
        Objects.requireNonNull(effectiveAt, "effectiveAt");
        if (!sha256.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("A SHA-256 is 64 lower-case hex digits, not '" + sha256 + "'");
        }
    }
}
