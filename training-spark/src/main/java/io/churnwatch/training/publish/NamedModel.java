package io.churnwatch.training.publish;

import io.churnwatch.scoring.ChurnModel;

/** A model that an engine has read, with its name in messages. */
public record NamedModel(String name, ChurnModel model) {}
