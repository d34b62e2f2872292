package io.churnwatch.verify;

import io.churnwatch.Sha256;
import io.churnwatch.Topics;
import io.churnwatch.model.AlertConfig;
import io.churnwatch.model.ControlJson;
import io.churnwatch.model.ControlMessage;
import io.churnwatch.model.IncreaseUnit;
import io.churnwatch.model.ModelPointer;
import io.churnwatch.model.ModelRole;
import io.churnwatch.model.SmallForest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Publishes versions, the row and then the message, further ahead than the second that publishers take: when this machine is
 * busy a message may need longer, and an event that a late version should have judged differs from its replay.
 */
final class Steering {
    static final Duration AHEAD = Duration.ofSeconds(5);

    private final Connection connection;
    private final KafkaProducer<byte[], byte[]> producer;

    Steering(Connection connection, KafkaProducer<byte[], byte[]> producer) {
        this.connection = connection;
        this.producer = producer;
    }

    /** Makes a model the champion, sound or not. */
    void promote(String version, byte[] pmml) throws Exception {
        ModelPointer pointer = new ModelPointer(ModelRole.CHAMPION, version, Sha256.hex(pmml), soon());
        SmallForest.promote(connection, pointer, pmml);
        announce(ControlMessage.of(pointer));
    }

    /** Changes when a customer is at high risk, and by how many points a probability must rise; returns the version. */
    long configure(double highRiskThreshold, double pointsThreshold, Instant effectiveAt) throws Exception {
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO alert_configuration (high_risk_threshold, risk_increase_threshold, increase_unit,
                    min_probability, hysteresis, cooldown, effective_at, updated_by)
                VALUES (?, ?, 'POINTS', 0.1, 0.02, '5 seconds', ?, 'test') RETURNING id""")) {
            insert.setDouble(1, highRiskThreshold);
            insert.setDouble(2, pointsThreshold);
            insert.setObject(3, effectiveAt.atOffset(ZoneOffset.UTC));
            try (ResultSet row = insert.executeQuery()) {
                row.next();
                announce(ControlMessage.of(new AlertConfig(
                        row.getLong(1),
                        true,
                        highRiskThreshold,
                        pointsThreshold,
                        IncreaseUnit.POINTS,
                        0.1,
                        0.02,
                        5,
                        effectiveAt)));
                return row.getLong(1);
            }
        }
    }

    private void announce(ControlMessage message) throws Exception {
        producer.send(new ProducerRecord<>(Topics.CONTROL, ControlJson.write(message)))
                .get();
    }

    /** In whole milliseconds, as the log counts. */
    static Instant soon() {
        return Instant.now().plus(AHEAD).truncatedTo(ChronoUnit.MILLIS);
    }
}
