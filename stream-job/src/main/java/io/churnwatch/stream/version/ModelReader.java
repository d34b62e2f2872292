package io.churnwatch.stream.version;

import io.churnwatch.scoring.explain.ExplainableModel;
import io.churnwatch.scoring.pmml.PmmlEngine;
import io.churnwatch.scoring.pmml.PmmlForest;
import io.churnwatch.scoring.pmml.document.MalformedPmmlException;
import io.churnwatch.scoring.pmml.document.UnsupportedPmmlException;
import io.churnwatch.stream.config.ModelEngine;
import java.util.Optional;
import java.util.ServiceLoader;

/**
 * Reads models with the engine that the job was started with, and scores the rows that their documents carry to be checked by.
 *
 * @param jpmml none when it is not on the class path
 */
record ModelReader(ModelEngine engine, Optional<PmmlEngine> jpmml) {
    /** With jpmml where that is on the class path. */
    static ModelReader of(ModelEngine engine) {
        return new ModelReader(
                engine,
                engine == ModelEngine.OWN
                        ? Optional.empty()
                        : ServiceLoader.load(PmmlEngine.class, ModelReader.class.getClassLoader())
                                .findFirst());
    }

    /**
     * Reads a model.
     *
     * @throws UnsupportedPmmlException when the engine does not read it
     * @throws IllegalStateException when a score differs from the document's
     */
    ExplainableModel read(byte[] pmml) throws UnsupportedPmmlException {
        return switch (engine) {
            case OWN -> own(pmml);
            case JPMML ->
                jpmml.orElseThrow(() -> new IllegalStateException("jpmml is not on the class path"))
                        .read(pmml);
            case AUTO -> ownElseJpmml(pmml);
        };
    }

    private static ExplainableModel own(byte[] pmml) throws UnsupportedPmmlException {
        PmmlForest forest = PmmlForest.read(pmml);
        forest.verify();
        return forest;
    }

    private ExplainableModel ownElseJpmml(byte[] pmml) throws UnsupportedPmmlException {
        try {
            return own(pmml);
        } catch (MalformedPmmlException e) {
            throw e; // no engine should try these bytes
        } catch (UnsupportedPmmlException e) {
            if (jpmml.isEmpty()) {
                throw e;
            }
            return jpmml.get().read(pmml);
        }
    }
}
