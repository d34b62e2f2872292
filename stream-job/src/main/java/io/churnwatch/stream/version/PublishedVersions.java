package io.churnwatch.stream.version;

import io.churnwatch.model.ControlMessage;
import io.churnwatch.scoring.pmml.document.MalformedPmmlException;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;

/** The published versions: their append-only history, the bytes of the models, and the status of each model. */
public interface PublishedVersions extends Serializable {
    /** Every model pointer and alert configuration that was ever published, oldest first. */
    List<ControlMessage> history() throws IOException;

    /**
     * The PMML whose bytes hash to {@code sha256}.
     *
     * @throws IOException when there is none, or the registry cannot be reached
     * @throws MalformedPmmlException when what is kept there cannot be unzipped
     */
    byte[] pmml(String sha256) throws IOException, MalformedPmmlException;

    /**
     * Records whether a model may serve; overwrites its former status.
     *
     * @throws IOException when the registry cannot be reached
     */
    void report(ModelStatus status) throws IOException;
}
