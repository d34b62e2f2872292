package io.churnwatch.stream.version;

import io.churnwatch.model.ModelPointer;
import org.jspecify.annotations.Nullable;

/** A model that must not serve: its bytes are not what was published, or cannot be read. */
final class RefusedModelException extends Exception {
    RefusedModelException(ModelPointer pointer, String reason, @Nullable Throwable cause) {
        super("Model " + pointer.modelVersion() + " is refused: " + reason, cause);
    }
}
