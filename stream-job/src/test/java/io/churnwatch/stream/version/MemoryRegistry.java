package io.churnwatch.stream.version;

import io.churnwatch.Sha256;
import io.churnwatch.model.ControlMessage;
import io.churnwatch.model.ModelPointer;
import io.churnwatch.model.ModelRole;
import io.churnwatch.model.SmallForest;
import io.churnwatch.scoring.pmml.document.MalformedPmmlException;
import io.churnwatch.scoring.pmml.document.ZippedPmml;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A registry in memory, whose models can be spoilt. */
final class MemoryRegistry implements PublishedVersions {
    final List<ControlMessage> history = new CopyOnWriteArrayList<>();
    final Map<String, byte[]> gzipBySha256 = new ConcurrentHashMap<>();
    final List<String> fetched = new CopyOnWriteArrayList<>();
    final Map<String, ModelStatus> statuses = new ConcurrentHashMap<>();

    /** Keeps a model, and points to it. */
    ModelPointer publish(ModelRole role, String version, byte[] pmml, Instant effectiveAt) {
        String sha256 = Sha256.hex(pmml);
        gzipBySha256.put(sha256, SmallForest.gzip(pmml));
        return new ModelPointer(role, version, sha256, effectiveAt);
    }

    @Override
    public List<ControlMessage> history() {
        return history;
    }

    @Override
    public byte[] pmml(String sha256) throws IOException, MalformedPmmlException {
        fetched.add(sha256);
        byte[] gzip = gzipBySha256.get(sha256);
        if (gzip == null) {
            throw new IOException("No model with SHA-256 " + sha256);
        }
        return ZippedPmml.unzip(gzip);
    }

    @Override
    public void report(ModelStatus status) {
        statuses.put(status.modelVersion(), status);
    }
}
