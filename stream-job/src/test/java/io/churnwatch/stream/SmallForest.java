package io.churnwatch.stream;

import io.churnwatch.model.AlertConfig;
import io.churnwatch.model.ControlMessage;
import io.churnwatch.model.IncreaseUnit;
import io.churnwatch.model.ModelPointer;
import io.churnwatch.model.ModelRole;
import io.churnwatch.scoring.ChurnModel;
import io.churnwatch.scoring.forest.PmmlForest;
import io.churnwatch.stream.version.ModelRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

/** A forest that Spark trained, and a registry in memory whose champion it is. */
public final class SmallForest {
    public static final String VERSION = "rf-small";
    public static final byte[] PMML = read();
    public static final String SHA256 = sha256(PMML);

    public static ChurnModel model() throws Exception {
        return PmmlForest.read(PMML);
    }

    /** A registry of what was there from the beginning. */
    public static ModelRegistry registry() {
        return new Registry();
    }

    private record Registry() implements ModelRegistry {
        @Override
        public List<ControlMessage> history() {
            return List.of(
                    ControlMessage.of(new ModelPointer(ModelRole.CHAMPION, VERSION, SHA256, Instant.EPOCH)),
                    ControlMessage.of(new AlertConfig(
                            1, true, 0.7, 20, IncreaseUnit.RELATIVE, 0.2, 0.05, 86_400, Instant.EPOCH)));
        }

        @Override
        public byte[] pmml(String sha256) throws IOException {
            if (!sha256.equals(SHA256)) {
                throw new IOException("No model with SHA-256 " + sha256);
            }
            return PMML;
        }
    }

    private static byte[] read() {
        try (InputStream stream = SmallForest.class.getResourceAsStream("/model/small-forest.pmml")) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private SmallForest() {}
}
