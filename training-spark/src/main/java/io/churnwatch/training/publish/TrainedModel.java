package io.churnwatch.training.publish;

import io.churnwatch.scoring.drift.FieldBaseline;
import java.util.List;

/**
 * The result of a training.
 *
 * @param version its name, PMML and metrics
 * @param artifacts the model card and its charts
 * @param baseline which live customers are compared with
 */
public record TrainedModel(ModelVersion version, List<Artifact> artifacts, List<FieldBaseline> baseline) {
    public TrainedModel {
        artifacts = List.copyOf(artifacts);
        baseline = List.copyOf(baseline);
    }
}
