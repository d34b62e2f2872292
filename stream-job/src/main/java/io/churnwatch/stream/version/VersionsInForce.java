package io.churnwatch.stream.version;

import io.churnwatch.model.AlertConfig;
import io.churnwatch.scoring.explain.ExplainableModel;

/** By what an event is judged: the versions that were in force at its log time. */
public record VersionsInForce(String modelVersion, ExplainableModel champion, AlertConfig alerts) {}
