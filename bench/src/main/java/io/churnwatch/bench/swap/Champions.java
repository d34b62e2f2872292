package io.churnwatch.bench.swap;

import io.churnwatch.Topics;
import io.churnwatch.bench.process.BenchmarkFailedException;
import io.churnwatch.bench.stream.run.Champion;
import io.churnwatch.model.ModelRole;
import io.churnwatch.store.Handles;
import io.churnwatch.store.model.ModelPromotions;
import io.churnwatch.store.model.Promotion;
import io.churnwatch.store.model.PromotionRefusedException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** One forest under a new name each time: the bytes differ, so each is fetched, verified and warmed for itself. */
final class Champions {
    private final Connection database;
    private final Producer<byte[], byte[]> control;
    private final String pmml;
    private int number;

    Champions(Connection database, Producer<byte[], byte[]> control, byte[] pmml) {
        this.database = database;
        this.control = control;
        this.pmml = new String(pmml, StandardCharsets.UTF_8);
    }

    /** Promotes the next one as the command line does, and hands its announcement to Kafka as the relay does. */
    Swap swap() throws SQLException {
        number++;
        String version = "rf-" + number;
        new Champion(version, named(version)).register(database);
        Instant announcedAt = Instant.now();
        Promotion promotion = promoted(version);
        try {
            control.send(new ProducerRecord<>(Topics.CONTROL, announcement(promotion)))
                    .get();
        } catch (InterruptedException | ExecutionException e) {
            throw new BenchmarkFailedException(version + " cannot be announced: " + e.getMessage(), e);
        }
        return new Swap(announcedAt, promotion.effectiveAt());
    }

    private Promotion promoted(String version) throws SQLException {
        database.setAutoCommit(false);
        try {
            Promotion promotion = ModelPromotions.promote(
                    Handles.on(database), ModelRole.CHAMPION, version, "bench", "to be measured");
            database.commit();
            return promotion;
        } catch (PromotionRefusedException e) {
            throw new IllegalStateException(e);
        } finally {
            database.setAutoCommit(true);
        }
    }

    private byte[] announcement(Promotion promotion) throws SQLException {
        try (PreparedStatement select =
                database.prepareStatement("SELECT payload::text FROM outbox WHERE event_id = ?")) {
            select.setString(1, ModelPromotions.eventId(promotion.id()));
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getString(1).getBytes(StandardCharsets.UTF_8);
            }
        }
    }

    private byte[] named(String version) {
        return pmml.replaceFirst("modelVersion=\"[^\"]*\"", "modelVersion=\"" + version + "\"")
                .getBytes(StandardCharsets.UTF_8);
    }
}
