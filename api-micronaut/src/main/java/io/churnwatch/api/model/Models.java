package io.churnwatch.api.model;

import io.churnwatch.api.database.Database;
import io.churnwatch.api.error.ProblemException;
import io.churnwatch.model.ModelRole;
import io.churnwatch.store.Handles;
import io.churnwatch.store.model.ModelPromotions;
import io.churnwatch.store.model.Promotion;
import io.churnwatch.store.model.PromotionRefusedException;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Shows the models and gives them their roles, as the command line does. */
@Singleton
final class Models {
    private final Database database;
    private final ModelStore store;

    Models(Database database, ModelStore store) {
        this.database = database;
        this.store = store;
    }

    ModelPage page(@Nullable String after, int limit) {
        List<ModelSummary> items = database.inSnapshot(connection -> store.list(connection, after, limit + 1));
        boolean more = items.size() > limit;
        List<ModelSummary> page = more ? items.subList(0, limit) : items;
        return new ModelPage(page, more ? page.get(limit - 1).modelVersion() : null);
    }

    ModelDetail find(String version) {
        return database.inSnapshot(connection -> find(connection, version));
    }

    ModelMetrics metrics() {
        return database.inSnapshot(connection -> new ModelMetrics(
                store.inRole(connection, ModelRole.CHAMPION).orElse(null),
                store.inRole(connection, ModelRole.CHALLENGER).orElse(null)));
    }

    Promotion live(Instant at) {
        return database.inSnapshot(
                        connection -> ModelPromotions.inForce(Handles.on(connection), ModelRole.CHAMPION, at))
                .orElseThrow(() -> ProblemException.of(HttpStatus.NOT_FOUND, "No model was live yet at " + at + "."));
    }

    Promotion promote(String version, PromotionRequest request, String user) {
        return database.inTransaction(connection -> {
            find(connection, version);
            return decide(() -> ModelPromotions.promote(
                    Handles.on(connection),
                    request.roleOrChampion(),
                    version,
                    user,
                    request.reason().strip()));
        });
    }

    Promotion rollBack(DecisionRequest request, String user) {
        return database.inTransaction(connection -> decide(() -> ModelPromotions.rollBack(
                Handles.on(connection), user, request.reason().strip())));
    }

    ModelDetail reject(String version, DecisionRequest request, String user) {
        return database.inTransaction(connection -> {
            find(connection, version);
            decide(() -> {
                ModelPromotions.reject(
                        Handles.on(connection), version, user, request.reason().strip());
                return version;
            });
            return find(connection, version);
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

    private ModelDetail find(Connection connection, String version) throws SQLException {
        return store.find(connection, version)
                .orElseThrow(() -> ProblemException.of(HttpStatus.NOT_FOUND, "There is no model " + version + "."));
    }
}
