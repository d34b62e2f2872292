package io.churnwatch.local.stack;

import org.jspecify.annotations.Nullable;

/** A part as {@code ./churnwatch status} shows it. */
public record PartStatus(
        String name,
        PartState state,
        @Nullable Long pid,
        @Nullable Integer port,
        @Nullable Integer metricsPort,
        @Nullable String url,
        String log,
        int restarts) {}
