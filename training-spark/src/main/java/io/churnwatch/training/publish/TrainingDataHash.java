package io.churnwatch.training.publish;

import io.churnwatch.Sha256;
import io.churnwatch.training.data.CustomerColumns;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Iterator;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** SHA-256 over the training rows in the order of customer ids: the same hash means the same training data. */
public final class TrainingDataHash {
    public static String of(Dataset<Row> training) {
        MessageDigest digest = Sha256.digest();
        Iterator<Row> rows = training.orderBy(CustomerColumns.CUSTOMER_ID).toLocalIterator();
        while (rows.hasNext()) {
            digest.update((rows.next().mkString("\u001f") + "\n").getBytes(StandardCharsets.UTF_8));
        }
        return Sha256.hex(digest);
    }

    private TrainingDataHash() {}
}
