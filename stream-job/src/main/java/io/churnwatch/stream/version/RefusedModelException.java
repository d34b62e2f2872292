package io.churnwatch.stream.version;

import io.churnwatch.model.ModelPointer;
import org.jspecify.annotations.Nullable;

/** Rejects a model that must not serve: its bytes differ from the published ones, or cannot be read. */
public final class RefusedModelException extends Exception {
    private final String modelVersion;
    private final String reason;

    RefusedModelException(ModelPointer pointer, String reason, @Nullable Throwable cause) {
        super("Model " + pointer.modelVersion() + " is refused: " + reason, cause);
        this.modelVersion = pointer.modelVersion();
        this.reason = reason;
    }

    String modelVersion() {
        return modelVersion;
    }

    String reason() {
        return reason;
    }
}
