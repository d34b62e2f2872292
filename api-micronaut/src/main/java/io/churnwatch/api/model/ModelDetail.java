package io.churnwatch.api.model;

import io.churnwatch.store.model.Promotion;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Map;

/**
 * A model with its metrics and provenance.
 *
 * @param metrics as the training wrote them: how good it is on held-out customers, its shape, how the engines agreed
 * @param lineage the versions of the software that made it
 * @param trainingDataHash the same hash means the same training data
 * @param sha256 of its PMML
 * @param artifacts the names of its charts and cards
 * @param promotions the roles that it was given, newest first
 */
@Serdeable.Serializable
public record ModelDetail(
        ModelSummary model,
        Map<String, Object> metrics,
        Map<String, Object> lineage,
        String trainingDataHash,
        String sha256,
        List<String> artifacts,
        List<Promotion> promotions) {}
