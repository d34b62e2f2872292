package io.churnwatch.training.monitor;

import io.churnwatch.model.AlertConfig;
import io.churnwatch.model.ModelRole;
import io.churnwatch.scoring.drift.FieldBaseline;
import io.churnwatch.store.model.AlertConfigurations;
import io.churnwatch.store.model.ModelPromotions;
import io.churnwatch.store.model.ModelVersions;
import io.churnwatch.store.model.Promotion;
import io.churnwatch.training.publish.BaselineJson;
import io.churnwatch.training.support.TrainingFailedException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Which models are live, and what they are judged by.
 *
 * @param champion its version
 * @param baseline of the champion
 * @param challenger the version that is meant by the role, whether it scores in shadow or not; empty when there is none
 * @param alerts the configuration in force; alerts count as switched on
 */
record LiveModels(String champion, List<FieldBaseline> baseline, Optional<String> challenger, AlertConfig alerts) {
    /**
     * Those of now.
     *
     * @throws TrainingFailedException when there is no champion, or it has no baseline
     */
    static LiveModels now(Handle handle, Instant now) {
        Promotion champion = ModelPromotions.inForce(handle, ModelRole.CHAMPION, now)
                .orElseThrow(() -> new TrainingFailedException(
                        "No model is champion yet, so there is nothing to hold customers against. Train one first:"
                                + " ./churnwatch train."));
        return new LiveModels(
                champion.toVersion(),
                baseline(handle, champion.toVersion()),
                ModelVersions.findInRole(handle, ModelRole.CHALLENGER),
                AlertConfigurations.inForce(handle).switchedOn());
    }

    private static List<FieldBaseline> baseline(Handle handle, String version) {
        return ModelVersions.findBaseline(handle, version)
                .map(BaselineJson::read)
                .orElseThrow(() -> new TrainingFailedException(version
                        + " was published before baselines were kept, so live customers cannot be compared with those of its"
                        + " training. Train and promote a new model: ./churnwatch train."));
    }
}
