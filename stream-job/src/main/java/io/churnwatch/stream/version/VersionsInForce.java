package io.churnwatch.stream.version;

import io.churnwatch.model.AlertConfig;
import io.churnwatch.scoring.explain.ExplainableModel;
import org.jspecify.annotations.Nullable;

/**
 * By what an event is judged: the versions that were in force at its log time.
 *
 * @param modelVersion of the champion
 * @param challenger null when none scored in shadow
 */
public record VersionsInForce(
        String modelVersion,
        ExplainableModel champion,
        AlertConfig alerts,
        @Nullable Challenger challenger) {}
