package io.churnwatch.stream.version;

import io.churnwatch.model.AlertConfig;
import io.churnwatch.scoring.ChurnModel;

/** By what an event is judged: the versions that were in force at its log time. */
public record VersionsInForce(String modelVersion, ChurnModel champion, AlertConfig alerts) {}
