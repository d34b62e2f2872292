package io.churnwatch.training.zoo;

import java.util.List;
import org.apache.spark.ml.PipelineStage;

/**
 * A pipeline to train and export.
 *
 * @param name the file's name
 * @param customers how they come to it
 * @param stages from the customers' columns to {@code probability}
 * @param compact whether the exporter may merge splits into nodes of several children
 * @param calibrated whether an isotonic regression of the probability is an output of the document
 */
record ZooModel(String name, ZooCustomers customers, List<PipelineStage> stages, boolean compact, boolean calibrated) {
    static ZooModel of(String name, ZooCustomers customers, PipelineStage... stages) {
        return new ZooModel(name, customers, List.of(stages), true, false);
    }

    ZooModel wide() {
        return new ZooModel(name, customers, stages, false, calibrated);
    }

    ZooModel withCalibratedOutput() {
        return new ZooModel(name, customers, stages, compact, true);
    }
}
