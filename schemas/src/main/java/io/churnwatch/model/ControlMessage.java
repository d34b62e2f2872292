package io.churnwatch.model;

import org.jspecify.annotations.Nullable;

/** One message of {@code churnwatch.control}: exactly one of the two is present. */
public record ControlMessage(
        @Nullable ModelPointer modelPointer, @Nullable AlertConfig alertConfig) {
    public ControlMessage {
        if ((modelPointer == null) == (alertConfig == null)) {
            throw new IllegalArgumentException("A control message is either a model pointer or an alert configuration");
        }
    }

    public static ControlMessage of(ModelPointer pointer) {
        return new ControlMessage(pointer, null);
    }

    public static ControlMessage of(AlertConfig config) {
        return new ControlMessage(null, config);
    }
}
