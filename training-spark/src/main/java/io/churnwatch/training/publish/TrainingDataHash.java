package io.churnwatch.training.publish;

import io.churnwatch.Sha256;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * A hash over the training rows in any order: the same hash means the same training data. It is the sum of the rows' SHA-256
 * modulo 2²⁵⁶, which every executor adds up for itself.
 *
 * @see <a href="https://doi.org/10.1007/3-540-69053-0_13">Bellare and Micciancio, A new paradigm for collision-free hashing
 *     (AdHash), EUROCRYPT 1997</a>
 */
public final class TrainingDataHash {
    private static final BigInteger MODULUS = BigInteger.ONE.shiftLeft(256);

    public static String of(Dataset<Row> training) {
        BigInteger sum = training.toJavaRDD()
                .map(TrainingDataHash::hash)
                .aggregate(BigInteger.ZERO, TrainingDataHash::add, TrainingDataHash::add);
        return String.format("%064x", sum);
    }

    private static BigInteger hash(Row row) {
        byte[] text = row.mkString("\u001f").getBytes(StandardCharsets.UTF_8);
        return new BigInteger(1, Sha256.digest().digest(text));
    }

    private static BigInteger add(BigInteger sum, BigInteger hash) {
        return sum.add(hash).mod(MODULUS);
    }

    private TrainingDataHash() {}
}
