package io.churnwatch.model;

import io.churnwatch.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.zip.GZIPOutputStream;

/** A forest of ten trees that Spark trained, for the tests of every module. */
public final class SmallForest {
    public static final String VERSION = "rf-small";
    public static final byte[] PMML = read();
    public static final String SHA256 = Sha256.hex(PMML);

    /** Makes it the champion, from now on. */
    public static void publish(Connection connection) throws SQLException {
        try (PreparedStatement model = connection.prepareStatement("""
                        INSERT INTO model_version (model_version, algorithm, stage, pmml_gzip, sha256, metrics, features,
                            training_rows, training_data_hash)
                        VALUES (?, 'random-forest', 'CHAMPION', ?, ?, '{}', '[]', 1, repeat('0', 64))""");
                Statement promotion = connection.createStatement()) {
            model.setString(1, VERSION);
            model.setBytes(2, gzip(PMML));
            model.setString(3, SHA256);
            model.executeUpdate();
            promotion.execute("INSERT INTO model_promotion (role, to_version, promoted_by, reason, effective_at)"
                    + " VALUES ('CHAMPION', '" + VERSION + "', 'test', 'the first', now())");
        }
    }

    private static byte[] read() {
        try (InputStream stream = SmallForest.class.getResourceAsStream("/model/small-forest.pmml")) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** PMML as {@code model_version} keeps it. */
    public static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return zipped.toByteArray();
    }

    private SmallForest() {}
}
