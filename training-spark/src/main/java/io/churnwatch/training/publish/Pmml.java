package io.churnwatch.training.publish;

import io.churnwatch.Sha256;
import io.churnwatch.scoring.ChurnModel;
import io.churnwatch.scoring.jpmml.JpmmlModel;
import io.churnwatch.scoring.pmml.PmmlForest;
import io.churnwatch.scoring.pmml.document.MalformedPmmlException;
import io.churnwatch.scoring.pmml.document.UnsupportedPmmlException;
import io.churnwatch.scoring.pmml.document.ZippedPmml;
import io.churnwatch.training.support.TrainingFailedException;

/** The bytes of a PMML document. */
public final class Pmml {
    private final byte[] bytes;

    public Pmml(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    public int size() {
        return bytes.length;
    }

    public String sha256() {
        return Sha256.hex(bytes);
    }

    /**
     * A document of the registry.
     *
     * @throws TrainingFailedException when it cannot be unzipped
     */
    public static Pmml unzipped(byte[] gzip) {
        try {
            return new Pmml(ZippedPmml.unzip(gzip));
        } catch (MalformedPmmlException e) {
            throw new TrainingFailedException("A model of the registry cannot be read. " + e.getMessage(), e);
        }
    }

    /**
     * The model as our own engine reads it.
     *
     * @throws TrainingFailedException when it cannot
     */
    public PmmlForest forest() {
        try {
            return PmmlForest.read(bytes);
        } catch (UnsupportedPmmlException e) {
            throw new TrainingFailedException(
                    "The model is refused: our own engine cannot read it. " + e.getMessage(), e);
        }
    }

    /** The model as the job scores with it: our own engine where it reads the document, else jpmml. */
    public ChurnModel engine() {
        try {
            return PmmlForest.read(bytes);
        } catch (UnsupportedPmmlException e) {
            return JpmmlModel.read(bytes);
        }
    }

    public byte[] gzip() {
        return ZippedPmml.zip(bytes);
    }
}
