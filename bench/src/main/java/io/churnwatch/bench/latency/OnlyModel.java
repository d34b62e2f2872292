package io.churnwatch.bench.latency;

import io.churnwatch.Sha256;
import io.churnwatch.bench.parity.ModelZoo;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.zip.GZIPOutputStream;

/** A forest of Spark's that comes with the benchmarks, as the champion of an empty registry. */
final class OnlyModel {
    private static final String NAME = "spark-forest";

    private static final String MODEL = """
            INSERT INTO model_version (model_version, algorithm, stage, pmml_gzip, sha256, metrics, features,
                training_rows, training_data_hash)
            VALUES (?, 'random-forest', 'CHAMPION', ?, ?, '{}', '[]', 1, repeat('0', 64))""";

    private static final String PROMOTION = """
            INSERT INTO model_promotion (role, to_version, promoted_by, reason, effective_at)
            VALUES ('CHAMPION', ?, 'bench', 'of a benchmark', now())""";

    static void publish(Connection connection) throws SQLException, IOException {
        byte[] pmml = ModelZoo.document(NAME);
        try (PreparedStatement model = connection.prepareStatement(MODEL);
                PreparedStatement promotion = connection.prepareStatement(PROMOTION)) {
            model.setString(1, NAME);
            model.setBytes(2, zipped(pmml));
            model.setString(3, Sha256.hex(pmml));
            model.executeUpdate();
            promotion.setString(1, NAME);
            promotion.executeUpdate();
        }
    }

    private static byte[] zipped(byte[] bytes) throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
            gzip.write(bytes);
        }
        return zipped.toByteArray();
    }

    private OnlyModel() {}
}
