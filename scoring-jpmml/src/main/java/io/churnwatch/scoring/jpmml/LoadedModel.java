package io.churnwatch.scoring.jpmml;

import io.churnwatch.scoring.ChurnModel;
import io.churnwatch.scoring.pmml.PmmlForest;
import io.churnwatch.scoring.pmml.document.MalformedPmmlException;
import io.churnwatch.scoring.pmml.document.UnsupportedPmmlException;
import io.churnwatch.scoring.pmml.document.ZippedPmml;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A model with the engine that scores it.
 *
 * @param whyNotOwn why the built-in engine does not read it, printable; empty when it does, or was not tried
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
        return switch (wanted) {
            case OWN -> own(file);
            case JPMML -> jpmml(file, null);
            case AUTO -> ownElseJpmml(file);
        };
    }

    /** For the person at the terminal: which engine scores, and why. */
    String notice() {
        return whyNotOwn
                .map(reason -> "scoring with the jpmml engine; the built-in engine does not read this model: " + reason)
                .orElse("scoring with the " + engineName());
    }

    String engineName() {
        return engine == Engine.JPMML ? "jpmml engine" : "built-in engine";
    }

    private static LoadedModel own(Path file) throws IOException {
        try {
            return forest(file);
        } catch (UnsupportedPmmlException e) {
            throw new WrongInputException("The built-in engine does not read " + file + ": " + messageOf(e));
        }
    }

    private static LoadedModel ownElseJpmml(Path file) throws IOException {
        try {
            return forest(file);
        } catch (MalformedPmmlException e) {
            throw new WrongInputException(file + " cannot be scored: " + messageOf(e));
        } catch (UnsupportedPmmlException e) {
            return jpmml(file, messageOf(e));
        }
    }

    private static LoadedModel forest(Path file) throws IOException, UnsupportedPmmlException {
        if (isZipped(file)) {
            return new LoadedModel(PmmlForest.read(unzipped(file)), Engine.OWN, Optional.empty());
        }
        try (InputStream pmml = Files.newInputStream(file)) {
            return new LoadedModel(PmmlForest.read(pmml), Engine.OWN, Optional.empty());
        }
    }

    /** By gzip's first bytes, whatever the file's name. */
    private static boolean isZipped(Path file) throws IOException {
        try (InputStream start = Files.newInputStream(file)) {
            return start.read() == 0x1f && start.read() == 0x8b;
        }
    }

    private static byte[] unzipped(Path file) throws IOException, MalformedPmmlException {
        return ZippedPmml.unzip(Files.readAllBytes(file));
    }

    private static LoadedModel jpmml(Path file, @Nullable String whyNotOwn) throws IOException {
        try {
            JpmmlModel model = JpmmlModel.read(isZipped(file) ? unzipped(file) : Files.readAllBytes(file));
            return new LoadedModel(model, Engine.JPMML, Optional.ofNullable(whyNotOwn));
        } catch (MalformedPmmlException e) {
            throw new WrongInputException(file + " cannot be scored: " + messageOf(e));
        } catch (IllegalArgumentException e) {
            String own = whyNotOwn == null ? "" : "the built-in engine reports: " + whyNotOwn + "; ";
            String jpmml = "jpmml reports: " + messageOf(e);
            throw new WrongInputException(file + " cannot be scored: " + own + jpmml);
        }
    }

    private static String messageOf(Exception e) {
        return Terminal.printable(String.valueOf(e.getMessage()));
    }
}
