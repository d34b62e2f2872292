package io.churnwatch.scoring.pmml;

import io.churnwatch.scoring.explain.ExplainableModel;
import io.churnwatch.scoring.pmml.document.UnsupportedPmmlException;

/**
 * Reads models with another engine than ours. Implementations are found by {@link java.util.ServiceLoader}: who puts one on the
 * class path accepts its licence.
 */
public interface PmmlEngine {
    /**
     * Reads a model, and scores the rows that the document carries to be checked by.
     *
     * @param pmml the bytes of a PMML document
     * @throws UnsupportedPmmlException when the engine does not read it
     * @throws IllegalStateException when a score is not what the document says
     */
    ExplainableModel read(byte[] pmml) throws UnsupportedPmmlException;
}
