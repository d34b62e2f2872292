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
    public static final byte[] PMML = read("small-forest.pmml");
    public static final String SHA256 = Sha256.hex(PMML);

    /** The same without its first tree: a model that says something else. */
    public static final String CHALLENGER_VERSION = "rf-smaller";

    public static final byte[] CHALLENGER_PMML = withoutTree(PMML, 1);

    /** Trained on the same customers, with another seed. */
    public static final String RESEEDED_VERSION = "rf-reseeded";

    public static final byte[] RESEEDED_PMML = read("small-forest-reseeded.pmml");

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
        register(connection, pointer.modelVersion(), pointer.role(), pointer.sha256(), pmml);
        try (PreparedStatement promotion = connection.prepareStatement("""
                INSERT INTO model_promotion (role, to_version, promoted_by, reason, effective_at)
                VALUES (?, ?, 'test', 'of a test', ?)""")) {
            promotion.setString(1, pointer.role().name());
            promotion.setString(2, pointer.modelVersion());
            promotion.setObject(3, pointer.effectiveAt().atOffset(ZoneOffset.UTC));
            promotion.executeUpdate();
        }
    }

    /** Writes down a model that nothing points to yet. */
    public static void register(Connection connection, String version, byte[] pmml) throws SQLException {
        register(connection, version, ModelRole.CHALLENGER, Sha256.hex(pmml), pmml);
    }

    private static void register(Connection connection, String version, ModelRole stage, String sha256, byte[] pmml)
            throws SQLException {
        try (PreparedStatement model = connection.prepareStatement("""
                INSERT INTO model_version (model_version, algorithm, stage, pmml_gzip, sha256, metrics, features,
                    training_rows, training_data_hash)
                VALUES (?, 'random-forest', ?, ?, ?, '{}', '[]', 1, repeat('0', 64))""")) {
            model.setString(1, version);
            model.setString(2, stage.name());
            model.setBytes(3, gzip(pmml));
            model.setString(4, sha256);
            model.executeUpdate();
        }
    }

    private static byte[] read(String file) {
        try (InputStream stream = SmallForest.class.getResourceAsStream("/model/" + file)) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One of ten trees less, counted from 1: a model that says something else, and has nothing to verify itself with. */
    public static byte[] withoutTree(byte[] pmml, int tree) {
        return new String(pmml, StandardCharsets.UTF_8)
                .replaceFirst("(?s)<ModelVerification.*</ModelVerification>", "")
                .replaceFirst("(?s)<Segment id=\"" + tree + "\">.*?</Segment>", "")
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
