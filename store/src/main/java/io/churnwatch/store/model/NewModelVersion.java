package io.churnwatch.store.model;

import java.time.Instant;
import java.util.Map;

/**
 * A model that was just trained, with all that belongs to it.
 *
 * @param pmmlGzip the model itself, compressed
 * @param sha256 of the PMML before compression
 * @param metrics JSON
 * @param features JSON: the input fields with their kinds and values
 * @param lineage JSON: with which versions of what it was trained
 * @param baseline JSON: what it was trained on, by field
 * @param artifacts charts and cards by name
 */
public record NewModelVersion(
        String name,
        String algorithm,
        byte[] pmmlGzip,
        String sha256,
        String metrics,
        String features,
        long trainingRows,
        String trainingDataHash,
        Instant trainedAt,
        String lineage,
        String baseline,
        Map<String, byte[]> artifacts) {}
