package io.churnwatch.bench.stream.run;

import io.churnwatch.Sha256;
import io.churnwatch.scoring.pmml.document.ZippedPmml;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.jdbi.v3.core.Handle;

/**
 * The model that a measured job scores with.
 *
 * @param version its name
 */
public record Champion(String version, byte[] pmml) {
    private static final String CONSTANT = "constant.pmml";

    /** One leaf over the fields of the sample: every customer has the same score. */
    static Champion constant() {
        try (InputStream pmml = Objects.requireNonNull(Champion.class.getResourceAsStream(CONSTANT))) {
            return new Champion("constant", pmml.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes it the only model, in force from now on. */
    public void publish(Handle handle) {
        handle.execute("TRUNCATE model_promotion, model_status, model_version CASCADE");
        register(handle);
        handle.execute("""
                INSERT INTO model_promotion (role, to_version, promoted_by, reason, effective_at)
                VALUES ('CHAMPION', ?, 'bench', 'to be measured', now())""", version);
    }

    /** Registers it without a role. */
    public void register(Handle handle) {
        handle.execute("""
                INSERT INTO model_version (model_version, algorithm, stage, pmml_gzip, sha256, metrics, features,
                    training_rows, training_data_hash)
                VALUES (?, 'random-forest', 'CHAMPION', ?, ?, '{}', '[]', 1, repeat('0', 64))""", version, ZippedPmml.zip(pmml), Sha256.hex(pmml));
    }
}
