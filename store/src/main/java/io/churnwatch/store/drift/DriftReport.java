package io.churnwatch.store.drift;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Findings as they are stored, with what was done about them.
 *
 * @param trainingJob that they had filed; null when none
 * @param decision what was done, or why nothing, in a sentence
 */
public record DriftReport(
        long id,
        Instant checkedAt,
        DriftFindings findings,
        @Nullable Long trainingJob,
        String decision) {}
