package io.churnwatch.bench.swap;

import io.churnwatch.Sha256;
import io.churnwatch.Topics;
import io.churnwatch.bench.stream.run.Champion;
import io.churnwatch.bench.stream.run.RunningJob;
import io.churnwatch.local.feed.FeedPublisher;
import io.churnwatch.local.feed.RawUpdate;
import io.churnwatch.model.ControlJson;
import io.churnwatch.model.ControlMessage;
import io.churnwatch.model.ModelPointer;
import io.churnwatch.model.ModelRole;
import io.churnwatch.store.model.ModelPromotions;
import io.churnwatch.store.model.Promotion;
import io.churnwatch.store.model.PromotionRefusedException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** One forest under a new name each time: the bytes differ, so the job fetches, verifies and warms each of them. */
final class Champions implements AutoCloseable {
    private final RunningJob job;
    private final FeedPublisher control;
    private final String pmml;
    private int number;

    Champions(RunningJob job, byte[] pmml) {
        this.job = job;
        this.control = FeedPublisher.connect(job.bootstrapServers(), Topics.CONTROL);
        this.pmml = new String(pmml, StandardCharsets.UTF_8);
    }

    /** Promotes the next one as the command line does, and publishes its announcement as the relay does. */
    Swap swap() throws PromotionRefusedException {
        Champion champion = named("rf-" + ++number);
        try (Handle handle = job.database().open()) {
            champion.register(handle);
        }
        Instant announcedAt = Instant.now();
        Promotion promotion = job.database()
                .inTransaction(handle -> ModelPromotions.promote(
                        handle, ModelRole.CHAMPION, champion.version(), "bench", "to be measured"));
        announce(new ModelPointer(
                promotion.role(), promotion.toVersion(), Sha256.hex(champion.pmml()), promotion.effectiveAt()));
        return new Swap(announcedAt, promotion.effectiveAt());
    }

    private void announce(ModelPointer pointer) {
        control.send(new RawUpdate("model", Optional.empty(), ControlJson.write(ControlMessage.of(pointer))));
        control.flush();
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
