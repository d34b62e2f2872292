package io.churnwatch.stream.version;

import io.churnwatch.model.AlertConfig;
import io.churnwatch.model.ControlMessage;
import io.churnwatch.model.ModelPointer;
import io.churnwatch.stream.config.ModelEngine;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All published versions, and those in force at a log time. It starts with the history in the registry and follows the control
 * topic from then on. A version that cannot serve is refused, and the one before it stays in force. Not thread-safe: each task
 * has its own; the models behind it are shared.
 */
public final class VersionHistory {
    private static final Logger LOG = LoggerFactory.getLogger(VersionHistory.class);
    private static final Duration CHAMPION_POLL = Duration.ofSeconds(1);

    private final VersionTimeline<ModelPointer> champions = new VersionTimeline<>();
    private final VersionTimeline<AlertConfig> configs = new VersionTimeline<>();
    private final PublishedVersions registry;
    private final ModelLoader models;
    private final Challengers challengers;
    private @Nullable VersionsInForce last;

    private VersionHistory(PublishedVersions registry, ModelEngine engine) {
        this.registry = registry;
        this.models = ModelLoader.of(registry, engine);
        this.challengers = new Challengers(models);
    }

    /** Reads the history, and waits until it holds a champion: nothing is scored before the first model. */
    public static VersionHistory awaitChampion(PublishedVersions registry, ModelEngine engine)
            throws IOException, InterruptedException {
        VersionHistory versions = new VersionHistory(registry, engine);
        versions.readHistory();
        if (versions.champions.isEmpty()) {
            LOG.info("There is no champion yet: waiting for the first model before the feed is consumed");
        }
        while (versions.champions.isEmpty()) {
            Thread.sleep(CHAMPION_POLL.toMillis());
            versions.readHistory();
        }
        versions.champions.latest().ifPresent(versions.models::announce);
        versions.challengers.announceLatest();
        return versions;
    }

    /**
     * Takes note of a version and starts to load its model, so that it is ready when its time comes; false for one that is
     * known already.
     */
    public boolean add(ControlMessage message) {
        ModelPointer pointer = message.modelPointer();
        if (pointer == null) {
            return addConfig(message);
        }
        return switch (pointer.role()) {
            case CHAMPION -> addChampion(pointer);
            case CHALLENGER -> challengers.add(pointer);
        };
    }

    private boolean addChampion(ModelPointer pointer) {
        boolean isNew = champions.add(pointer.effectiveAt(), pointer);
        if (isNew) {
            models.announce(pointer);
        }
        return isNew;
    }

    /** The versions that judge an event of that log time. */
    public VersionsInForce at(Instant logTime) throws IOException, InterruptedException {
        AlertConfig config =
                configs.at(logTime).orElseThrow(() -> new IllegalStateException("alert_configuration holds no row"));
        while (true) {
            ModelPointer champion = champions
                    .at(logTime)
                    .orElseThrow(() -> new IllegalStateException("Every champion that was published is refused"));
            try {
                return inForce(champion, config, challengers.at(logTime, champion.modelVersion()));
            } catch (RefusedModelException e) {
                LOG.error("{}; the champion before it goes on serving", e.getMessage());
                champions.remove(champion);
            }
        }
    }

    /** Most events are judged by the same versions as the one before: no new object for those. */
    private VersionsInForce inForce(ModelPointer champion, AlertConfig config, @Nullable Challenger challenger)
            throws IOException, RefusedModelException, InterruptedException {
        VersionsInForce known = last;
        if (known != null
                && known.pointer().equals(champion)
                && known.alerts().equals(config)
                && Objects.equals(known.challenger(), challenger)) {
            return known;
        }
        last = new VersionsInForce(champion, models.get(champion), config, challenger);
        return last;
    }

    /** Loads no model: a history may hold more of them than memory does, and an event loads the one that it needs. */
    private void readHistory() throws IOException {
        for (ControlMessage message : registry.history()) {
            ModelPointer pointer = message.modelPointer();
            if (pointer != null) {
                switch (pointer.role()) {
                    case CHAMPION -> champions.add(pointer.effectiveAt(), pointer);
                    case CHALLENGER -> challengers.addFromHistory(pointer);
                }
            }
            addConfig(message);
        }
    }

    private boolean addConfig(ControlMessage message) {
        AlertConfig config = message.alertConfig();
        return config != null && configs.add(config.effectiveAt(), config);
    }
}
