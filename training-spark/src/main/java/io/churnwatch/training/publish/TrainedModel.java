package io.churnwatch.training.publish;

import io.churnwatch.scoring.drift.FieldBaseline;
import java.util.List;

/**
 * What a training made.
 *
 * @param version its name, PMML and metrics
 * @param artifacts what people look at: charts, the model card
 * @param baseline what its live customers are compared with
 */
public record TrainedModel(ModelVersion version, List<Artifact> artifacts, List<FieldBaseline> baseline) {
    public TrainedModel {
        artifacts = List.copyOf(artifacts);
        baseline = List.copyOf(baseline);
    }
}
