package io.churnwatch.stream.version;

import io.churnwatch.model.AlertConfig;
import io.churnwatch.model.ControlMessage;
import io.churnwatch.model.ModelPointer;
import io.churnwatch.model.ModelRole;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All versions that were ever published, and which of them were in force at a log time. It starts from the registry's
 * history and follows the control topic from then on; a version that cannot serve is refused, and the one before it goes
 * on. Not thread-safe: each task has its own, the models behind it are shared.
 */
public final class Versions {
    private static final Logger LOG = LoggerFactory.getLogger(Versions.class);
    private static final Duration CHAMPION_POLL = Duration.ofSeconds(1);

    private final VersionTimeline<ModelPointer> champions = new VersionTimeline<>();
    private final VersionTimeline<AlertConfig> configs = new VersionTimeline<>();
    private final ModelRegistry registry;
    private final ModelStore models;
    private @Nullable VersionsInForce last;

    private Versions(ModelRegistry registry) {
        this.registry = registry;
        this.models = new ModelStore(registry);
    }

    /** Reads the history, and waits until it holds a champion: nothing is scored before the first model. */
    public static Versions awaitChampion(ModelRegistry registry) throws IOException, InterruptedException {
        Versions versions = new Versions(registry);
        versions.readHistory();
        if (versions.champions.isEmpty()) {
            LOG.info("There is no champion yet: waiting for the first model before the feed is consumed");
        }
        while (versions.champions.isEmpty()) {
            Thread.sleep(CHAMPION_POLL.toMillis());
            versions.readHistory();
        }
        return versions;
    }

    /** Takes note of a version and starts to load its model, so that it is ready when its time comes. */
    public void add(ControlMessage message) {
        ModelPointer pointer = message.modelPointer();
        if (pointer != null && pointer.role() == ModelRole.CHAMPION) {
            champions.add(pointer.effectiveAt(), pointer);
            models.announce(pointer);
        }
        AlertConfig config = message.alertConfig();
        if (config != null) {
            configs.add(config.effectiveAt(), config);
        }
    }

    /** The versions that judge an event of that log time. */
    public VersionsInForce at(Instant logTime) throws IOException, InterruptedException {
        AlertConfig config =
                configs.at(logTime).orElseThrow(() -> new IllegalStateException("alert_configuration holds no row"));
        while (true) {
            ModelPointer pointer = champions
                    .at(logTime)
                    .orElseThrow(() -> new IllegalStateException("Every champion that was published is refused"));
            try {
                return inForce(pointer, config);
            } catch (RefusedModelException e) {
                LOG.error("{}; the champion before it goes on serving", e.getMessage());
                champions.remove(pointer);
            }
        }
    }

    /** Most events are judged by the same versions as the one before: no new object for those. */
    private VersionsInForce inForce(ModelPointer pointer, AlertConfig config)
            throws IOException, RefusedModelException, InterruptedException {
        VersionsInForce known = last;
        if (known != null
                && known.modelVersion().equals(pointer.modelVersion())
                && known.alerts().equals(config)) {
            return known;
        }
        last = new VersionsInForce(pointer.modelVersion(), models.get(pointer), config);
        return last;
    }

    private void readHistory() throws IOException {
        registry.history().forEach(this::add);
    }
}
