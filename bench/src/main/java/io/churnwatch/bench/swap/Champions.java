package io.churnwatch.bench.swap;

import io.churnwatch.Topics;
import io.churnwatch.bench.process.BenchmarkFailedException;
import io.churnwatch.bench.stream.run.Champion;
import io.churnwatch.bench.stream.run.RunningJob;
import io.churnwatch.model.ModelRole;
import io.churnwatch.store.model.ModelPromotions;
import io.churnwatch.store.model.Promotion;
import io.churnwatch.store.model.PromotionRefusedException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jdbi.v3.core.Handle;

/** One forest under a new name each time: the bytes differ, so the job fetches, verifies and warms each of them. */
final class Champions implements AutoCloseable {
    private final RunningJob job;
    private final KafkaProducer<byte[], byte[]> control;
    private final String pmml;
    private int number;

    Champions(RunningJob job, byte[] pmml) {
        this.job = job;
        this.control = new KafkaProducer<>(
                Map.of("bootstrap.servers", job.bootstrapServers(), "acks", "all"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        this.pmml = new String(pmml, StandardCharsets.UTF_8);
    }

    /** Promotes the next one as the command line does, and publishes its announcement as the relay does. */
    Swap swap() {
        number++;
        Champion champion = named("rf-" + number);
        job.database().inTransaction(handle -> {
            champion.register(handle);
            return champion;
        });
        Instant announcedAt = Instant.now();
        Promotion promotion = job.database().inTransaction(handle -> promote(handle, champion.version()));
        byte[] announcement = job.database().inSnapshot(handle -> announcement(handle, promotion));
        try {
            control.send(new ProducerRecord<>(Topics.CONTROL, announcement)).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new BenchmarkFailedException(champion.version() + " cannot be announced: " + e.getMessage(), e);
        }
        return new Swap(announcedAt, promotion.effectiveAt());
    }

    private static Promotion promote(Handle handle, String version) {
        try {
            return ModelPromotions.promote(handle, ModelRole.CHAMPION, version, "bench", "to be measured");
        } catch (PromotionRefusedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] announcement(Handle handle, Promotion promotion) {
        return handle.createQuery("SELECT payload::text FROM outbox WHERE event_id = :id")
                .bind("id", ModelPromotions.eventId(promotion.id()))
                .mapTo(String.class)
                .one()
                .getBytes(StandardCharsets.UTF_8);
    }

    private Champion named(String version) {
        String renamed = pmml.replaceFirst("modelVersion=\"[^\"]*\"", "modelVersion=\"" + version + "\"");
        return new Champion(version, renamed.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        control.close();
    }
}
