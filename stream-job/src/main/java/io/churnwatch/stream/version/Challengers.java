package io.churnwatch.stream.version;

import io.churnwatch.model.ModelPointer;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The challengers by time. Which of them scores in shadow is a function of the log time alone; whether its probability is
 * there depends on its being loaded, since no event of a live feed waits for it. Not thread-safe.
 */
final class Challengers {
    private final VersionTimeline<ModelPointer> pointers = new VersionTimeline<>();
    private final Set<ModelPointer> awaited = new HashSet<>();
    private final ModelLoader models;
    private @Nullable Challenger last;

    Challengers(ModelLoader models) {
        this.models = models;
    }

    /** Adds one that was published before the job started: events that it has already judged are replayed, and wait for it. */
    void addFromHistory(ModelPointer pointer) {
        pointers.add(pointer.effectiveAt(), pointer);
        awaited.add(pointer);
    }

    /** Adds one, and starts to load it; returns false if it is already known. */
    boolean add(ModelPointer pointer) {
        boolean isNew = pointers.add(pointer.effectiveAt(), pointer);
        if (isNew) {
            models.announce(pointer);
        }
        return isNew;
    }

    /** Starts to load the one that will score when the job has caught up. */
    void announceLatest() {
        pointers.latest().ifPresent(models::announce);
    }

    /** The challenger in force at a log time; null when there was none, or it was the champion itself. */
    @Nullable
    Challenger at(Instant logTime, String championVersion) throws InterruptedException {
        Optional<ModelPointer> inForce = pointers.notAfter(logTime)
                .filter(pointer -> !pointer.modelVersion().equals(championVersion));
        return inForce.isPresent() ? challenger(inForce.get()) : null;
    }

    private Challenger challenger(ModelPointer pointer) throws InterruptedException {
        Challenger known = last;
        if (known != null && known.modelVersion().equals(pointer.modelVersion()) && known.model() != null) {
            return known;
        }
        if (awaited.remove(pointer)) {
            models.await(pointer);
        }
        Challenger now =
                new Challenger(pointer.modelVersion(), models.ifLoaded(pointer).orElse(null));
        last = now;
        return now;
    }
}
