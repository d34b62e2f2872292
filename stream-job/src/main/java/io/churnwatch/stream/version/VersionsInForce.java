package io.churnwatch.stream.version;

import io.churnwatch.model.AlertConfig;
import io.churnwatch.model.ModelPointer;
import io.churnwatch.scoring.explain.ExplainableModel;
import org.jspecify.annotations.Nullable;

/**
 * By what an event is judged: the versions that were in force at its log time.
 *
 * @param pointer names the champion
 * @param challenger null when none scored in shadow
 */
public record VersionsInForce(
        ModelPointer pointer,
        ExplainableModel champion,
        AlertConfig alerts,
        @Nullable Challenger challenger) {

    public String modelVersion() {
        return pointer.modelVersion();
    }
}
