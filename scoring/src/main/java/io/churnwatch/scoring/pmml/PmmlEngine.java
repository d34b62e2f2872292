package io.churnwatch.scoring.pmml;

import io.churnwatch.scoring.explain.ExplainableModel;
import io.churnwatch.scoring.pmml.document.UnsupportedPmmlException;

/**
 * Reads models with an engine other than ours. {@link java.util.ServiceLoader} finds implementations: putting one on the class path
 * means accepting its licence.
 */
public interface PmmlEngine {
    /**
     * Reads a model and scores the document's verification rows.
     *
     * @param pmml the bytes of a PMML document
     * @throws UnsupportedPmmlException when the engine does not support it
     * @throws IllegalStateException when a score differs from the document's
     */
    ExplainableModel read(byte[] pmml) throws UnsupportedPmmlException;
}
