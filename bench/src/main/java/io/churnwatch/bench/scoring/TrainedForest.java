package io.churnwatch.bench.scoring;

/** A forest that is ready to be measured. */
record TrainedForest(ForestShape shape, ModelFiles files) {}
