package io.churnwatch.training.publish;

import io.churnwatch.scoring.ChurnModel;

/** An engine that has read the exported model, with the name that people know it by. */
public record NamedModel(String name, ChurnModel model) {}
