package io.churnwatch.model;

import io.churnwatch.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.zip.GZIPOutputStream;

/** A forest of ten trees that Spark trained, for the tests of every module. */
public final class SmallForest {
    public static final String VERSION = "rf-small";
    public static final byte[] PMML = read();
    public static final String SHA256 = Sha256.hex(PMML);

    /** The same without its first tree: a model that says something else. */
    public static final String CHALLENGER_VERSION = "rf-smaller";

    public static final byte[] CHALLENGER_PMML = withoutFirstTree();

    /** Makes it the champion, from now on. */
    public static void publish(Connection connection) throws SQLException {
        publish(connection, ModelRole.CHAMPION, VERSION, PMML);
    }

    /** Lets {@link #CHALLENGER_PMML} score in shadow, from now on. */
    public static void publishChallenger(Connection connection) throws SQLException {
        publish(connection, ModelRole.CHALLENGER, CHALLENGER_VERSION, CHALLENGER_PMML);
    }

    private static void publish(Connection connection, ModelRole role, String version, byte[] pmml)
            throws SQLException {
        promote(connection, new ModelPointer(role, version, Sha256.hex(pmml), Instant.now()), pmml);
    }

    /** Writes down a model, sound or not, and the pointer to it. */
    public static void promote(Connection connection, ModelPointer pointer, byte[] pmml) throws SQLException {
        try (PreparedStatement model = connection.prepareStatement("""
                        INSERT INTO model_version (model_version, algorithm, stage, pmml_gzip, sha256, metrics, features,
                            training_rows, training_data_hash)
                        VALUES (?, 'random-forest', ?, ?, ?, '{}', '[]', 1, repeat('0', 64))""");
                PreparedStatement promotion = connection.prepareStatement("""
                        INSERT INTO model_promotion (role, to_version, promoted_by, reason, effective_at)
                        VALUES (?, ?, 'test', 'of a test', ?)""")) {
            model.setString(1, pointer.modelVersion());
            model.setString(2, pointer.role().name());
            model.setBytes(3, gzip(pmml));
            model.setString(4, pointer.sha256());
            model.executeUpdate();
            promotion.setString(1, pointer.role().name());
            promotion.setString(2, pointer.modelVersion());
            promotion.setObject(3, pointer.effectiveAt().atOffset(ZoneOffset.UTC));
            promotion.executeUpdate();
        }
    }

    private static byte[] read() {
        try (InputStream stream = SmallForest.class.getResourceAsStream("/model/small-forest.pmml")) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] withoutFirstTree() {
        return new String(PMML, StandardCharsets.UTF_8)
                .replaceFirst("(?s)<ModelVerification.*</ModelVerification>", "")
                .replaceFirst("(?s)<Segment [^>]*>.*?</Segment>", "")
                .getBytes(StandardCharsets.UTF_8);
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
