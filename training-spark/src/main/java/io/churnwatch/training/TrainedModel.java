package io.churnwatch.training;

import io.churnwatch.training.publish.ModelVersion;
import java.util.List;

/**
 * What a training made.
 *
 * @param version its name, PMML and metrics
 * @param artifacts what people look at: charts, the model card
 */
public record TrainedModel(ModelVersion version, List<Artifact> artifacts) {
    public TrainedModel {
        artifacts = List.copyOf(artifacts);
    }
}
