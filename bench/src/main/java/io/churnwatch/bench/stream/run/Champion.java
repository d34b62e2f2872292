package io.churnwatch.bench.stream.run;

import io.churnwatch.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.zip.GZIPOutputStream;

/**
 * The model that a measured job scores with.
 *
 * @param version its name
 */
public record Champion(String version, byte[] pmml) {
    private static final String CONSTANT = "constant.pmml";

    /** One leaf over the fields of the sample: it scores everybody the same. */
    static Champion constant() {
        try (InputStream pmml = Objects.requireNonNull(Champion.class.getResourceAsStream(CONSTANT))) {
            return new Champion("constant", pmml.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes it the only model that there ever was. */
    public void publish(Connection database) throws SQLException {
        try (Statement statement = database.createStatement()) {
            statement.execute("TRUNCATE model_promotion, model_status, model_version CASCADE");
        }
        register(database);
        try (PreparedStatement promotion = database.prepareStatement("""
                INSERT INTO model_promotion (role, to_version, promoted_by, reason, effective_at)
                VALUES ('CHAMPION', ?, 'bench', 'to be measured', now())""")) {
            promotion.setString(1, version);
            promotion.executeUpdate();
        }
    }

    /** Writes it down, for whoever promotes it. */
    public void register(Connection database) throws SQLException {
        try (PreparedStatement model = database.prepareStatement("""
                INSERT INTO model_version (model_version, algorithm, stage, pmml_gzip, sha256, metrics, features,
                    training_rows, training_data_hash)
                VALUES (?, 'random-forest', 'CHAMPION', ?, ?, '{}', '[]', 1, repeat('0', 64))""")) {
            model.setString(1, version);
            model.setBytes(2, gzip(pmml));
            model.setString(3, Sha256.hex(pmml));
            model.executeUpdate();
        }
    }

    private static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return zipped.toByteArray();
    }
}
