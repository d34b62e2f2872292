package io.churnwatch.bench.scoring.forest;

/** A forest that is ready to be measured. */
public record TrainedForest(Origin origin, ForestShape shape, ModelFiles files) {
    @Override
    public String toString() {
        return shape + " of " + origin.title();
    }
}
