package io.churnwatch.scoring.jpmml;

import io.churnwatch.scoring.ChurnModel;
import io.churnwatch.scoring.forest.PmmlForest;
import io.churnwatch.scoring.forest.UnsupportedPmmlException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jpmml.model.PMMLException;
import org.jspecify.annotations.Nullable;

/**
 * A model with the engine that scores it.
 *
 * @param whyNotOwn what the own engine does not read in it; empty when it was not asked, or reads all
 */
record LoadedModel(ChurnModel model, Engine engine, Optional<String> whyNotOwn) {

    /**
     * Reads a PMML file for the wanted engine.
     *
     * @throws WrongInputException when there is no such file, or the engine does not read it
     */
    static LoadedModel read(Path file, Engine wanted) throws IOException {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new WrongInputException(
                    Files.exists(file) ? file + " cannot be read." : "There is no file " + file + ".");
        }
        byte[] pmml = Files.readAllBytes(file);
        return switch (wanted) {
            case OWN -> own(file, pmml);
            case JPMML -> jpmml(file, pmml, null);
            case AUTO -> ownElseJpmml(file, pmml);
        };
    }

    /** For the person at the terminal: which engine scores, and why. */
    String notice() {
        return whyNotOwn
                .map(reason -> "scoring with the jpmml engine; the own engine does not read this model: "
                        + Terminal.printable(reason))
                .orElse("scoring with the " + engineName());
    }

    String engineName() {
        return engine == Engine.JPMML ? "jpmml engine" : "own engine";
    }

    private static LoadedModel own(Path file, byte[] pmml) {
        try {
            return own(pmml);
        } catch (UnsupportedPmmlException e) {
            throw new WrongInputException("The own engine does not read " + file + ": " + e.getMessage());
        }
    }

    private static LoadedModel ownElseJpmml(Path file, byte[] pmml) {
        try {
            return own(pmml);
        } catch (UnsupportedPmmlException e) {
            return jpmml(file, pmml, e.getMessage());
        }
    }

    private static LoadedModel own(byte[] pmml) throws UnsupportedPmmlException {
        try {
            return new LoadedModel(PmmlForest.read(pmml), Engine.OWN, Optional.empty());
        } catch (PMMLException
                | IllegalArgumentException e) { // a required element is missing, or there are not two classes
            throw new UnsupportedPmmlException(String.valueOf(e.getMessage()), e);
        }
    }

    private static LoadedModel jpmml(Path file, byte[] pmml, @Nullable String whyNotOwn) {
        try {
            return new LoadedModel(JpmmlModel.read(pmml), Engine.JPMML, Optional.ofNullable(whyNotOwn));
        } catch (IllegalArgumentException e) {
            String own = whyNotOwn == null ? "" : " The own engine says: " + whyNotOwn;
            throw new WrongInputException(
                    file + " cannot be scored. " + Terminal.printable(String.valueOf(e.getMessage())) + "." + own);
        }
    }
}
