package io.churnwatch.stream;

import io.churnwatch.model.AlertConfig;
import io.churnwatch.model.ControlMessage;
import io.churnwatch.model.IncreaseUnit;
import io.churnwatch.model.ModelPointer;
import io.churnwatch.model.ModelRole;
import io.churnwatch.model.SmallForest;
import io.churnwatch.scoring.ChurnModel;
import io.churnwatch.scoring.pmml.PmmlForest;
import io.churnwatch.scoring.pmml.document.UnsupportedPmmlException;
import io.churnwatch.stream.version.ModelStatus;
import io.churnwatch.stream.version.PublishedVersions;
import java.io.IOException;
import java.time.Instant;
import java.util.List;

/** A registry in memory, in which the small forest has been champion from the beginning. */
public record SmallForestRegistry() implements PublishedVersions {
    public static ChurnModel model() throws UnsupportedPmmlException {
        return PmmlForest.read(SmallForest.PMML);
    }

    @Override
    public List<ControlMessage> history() {
        return List.of(
                ControlMessage.of(
                        new ModelPointer(ModelRole.CHAMPION, SmallForest.VERSION, SmallForest.SHA256, Instant.EPOCH)),
                ControlMessage.of(
                        new AlertConfig(1, true, 0.7, 20, IncreaseUnit.RELATIVE, 0.2, 0.05, 86_400, Instant.EPOCH)));
    }

    @Override
    public void report(ModelStatus status) {}

    @Override
    public byte[] pmml(String sha256) throws IOException {
        if (!sha256.equals(SmallForest.SHA256)) {
            throw new IOException("No model with SHA-256 " + sha256);
        }
        return SmallForest.PMML;
    }
}
