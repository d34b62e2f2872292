package io.churnwatch.api.model;

import io.churnwatch.api.database.DatabasePool;
import io.churnwatch.api.error.ProblemException;
import io.churnwatch.model.ModelRole;
import io.churnwatch.store.model.ModelPromotions;
import io.churnwatch.store.model.Promotion;
import io.churnwatch.store.model.PromotionRefusedException;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Lists models and changes their roles, by the same rules as the command line. */
@Singleton
final class ModelRegistry {
    private final DatabasePool database;
    private final ModelStore store;

    ModelRegistry(DatabasePool database, ModelStore store) {
        this.database = database;
        this.store = store;
    }

    ModelPage page(@Nullable String after, int limit) {
        List<ModelSummary> items = database.inSnapshot(handle -> store.list(handle, after, limit + 1));
        boolean more = items.size() > limit;
        List<ModelSummary> page = more ? items.subList(0, limit) : items;
        return new ModelPage(page, more ? page.get(limit - 1).modelVersion() : null);
    }

    ModelDetail find(String version) {
        return database.inSnapshot(handle -> find(handle, version));
    }

    ModelMetrics metrics() {
        return database.inSnapshot(handle -> new ModelMetrics(
                store.inRole(handle, ModelRole.CHAMPION).orElse(null),
                store.inRole(handle, ModelRole.CHALLENGER).orElse(null)));
    }

    Promotion live(Instant at) {
        return database.inSnapshot(handle -> ModelPromotions.inForce(handle, ModelRole.CHAMPION, at))
                .orElseThrow(() -> ProblemException.of(HttpStatus.NOT_FOUND, "No model was live yet at " + at + "."));
    }

    Promotion promote(String version, PromotionRequest request, String user) {
        return database.inTransaction(handle -> {
            find(handle, version);
            return decide(() -> ModelPromotions.promote(
                    handle,
                    request.roleOrChampion(),
                    version,
                    user,
                    request.reason().strip()));
        });
    }

    Promotion rollBack(DecisionRequest request, String user) {
        return database.inTransaction(handle -> decide(
                () -> ModelPromotions.rollBack(handle, user, request.reason().strip())));
    }

    ModelDetail reject(String version, DecisionRequest request, String user) {
        return database.inTransaction(handle -> {
            find(handle, version);
            decide(() -> {
                ModelPromotions.reject(handle, version, user, request.reason().strip());
                return version;
            });
            return find(handle, version);
        });
    }

    private interface Decision<T> {
        T take() throws PromotionRefusedException;
    }

    private static <T> T decide(Decision<T> decision) {
        try {
            return decision.take();
        } catch (PromotionRefusedException e) {
            throw ProblemException.of(HttpStatus.CONFLICT, String.valueOf(e.getMessage()));
        }
    }

    private ModelDetail find(Handle handle, String version) {
        return store.find(handle, version)
                .orElseThrow(() -> ProblemException.of(HttpStatus.NOT_FOUND, "There is no model " + version + "."));
    }
}
