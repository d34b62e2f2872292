package io.churnwatch.cli.models;

import org.jspecify.annotations.Nullable;

/**
 * A model as {@code models list} shows it.
 *
 * @param role CHAMPION or CHALLENGER; null when it has none
 * @param since from when on it has the role, ISO-8601 in UTC
 * @param rocAuc on held-out customers
 * @param refusal why the job refuses it; null unless it does
 * @param mlflowRunUrl the page of its run in MLflow; null while there is none
 */
record ListedModel(
        String modelVersion,
        String stage,
        @Nullable String role,
        @Nullable String since,
        @Nullable Double rocAuc,
        String trainedAt,
        @Nullable String refusal,
        @Nullable String mlflowRunUrl) {}
