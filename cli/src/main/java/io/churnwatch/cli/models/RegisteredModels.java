package io.churnwatch.cli.models;

import static io.churnwatch.cli.output.Table.format;

import io.churnwatch.cli.database.CommandLineDatabase;
import io.churnwatch.local.CommandFailedException;
import io.churnwatch.local.stack.StackEnvironment;
import io.churnwatch.model.MlflowPages;
import io.churnwatch.model.ModelRole;
import io.churnwatch.store.Database;
import io.churnwatch.store.model.ModelOverview;
import io.churnwatch.store.model.ModelPromotions;
import io.churnwatch.store.model.Promotion;
import io.churnwatch.store.model.PromotionGate;
import io.churnwatch.store.model.PromotionRefusedException;
import io.churnwatch.store.model.RescoreRuns;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The models in the database of a stack; a refusal is a sentence for the person at the terminal. */
record RegisteredModels(Database database) {

    RegisteredModels(StackEnvironment environment) {
        this(CommandLineDatabase.of(environment));
    }

    private interface Decision<T> {
        T take(Handle handle, String person) throws PromotionRefusedException;
    }

    List<ListedModel> list(MlflowPages mlflow) {
        return database.inTransaction(ModelOverview::list).stream()
                .map(line -> listed(line, mlflow))
                .toList();
    }

    /** Describes how many customers the latest champion has scored again. */
    Optional<String> rescoring() {
        return database.inTransaction(RescoreRuns::latest).map(RegisteredModels::describe);
    }

    Promotion promote(ModelRole role, String version, String reason) {
        return decide((handle, person) -> ModelPromotions.promote(handle, role, version, person, reason));
    }

    Promotion rollBack(String reason) {
        return decide((handle, person) -> ModelPromotions.rollBack(handle, person, reason));
    }

    void reject(String version, String reason) {
        decide((handle, person) -> {
            ModelPromotions.reject(handle, version, person, reason);
            return version;
        });
    }

    Optional<Promotion> inForce(ModelRole role, Instant at) {
        return database.inTransaction(handle -> ModelPromotions.inForce(handle, role, at));
    }

    /** Returns what the gate requires of a champion, by metric. */
    SortedMap<String, Double> minimums() {
        return database.inTransaction(PromotionGate::minimums);
    }

    void setMinimum(String metric, double minimum) {
        database.inTransaction(handle -> {
            PromotionGate.setMinimum(handle, metric, minimum, CommandLineDatabase.person());
            return metric;
        });
    }

    /** Returns false when the gate did not ask for it. */
    boolean removeMinimum(String metric) {
        return database.inTransaction(handle -> PromotionGate.removeMinimum(handle, metric));
    }

    private <T> T decide(Decision<T> decision) {
        try {
            return database.inTransaction(handle -> decision.take(handle, CommandLineDatabase.person()));
        } catch (PromotionRefusedException e) {
            throw CommandFailedException.failed(String.valueOf(e.getMessage()));
        }
    }

    private static ListedModel listed(ModelOverview.Line line, MlflowPages mlflow) {
        return new ListedModel(
                line.modelVersion(),
                line.stage(),
                line.role() == null ? null : line.role().name(),
                text(line.since()),
                line.rocAuc(),
                String.valueOf(text(line.trainedAt())),
                line.refusal(),
                mlflow.run(line.mlflowExperimentId(), line.mlflowRunId()));
    }

    private static String describe(RescoreRuns.Progress run) {
        String version = run.toVersion();
        if (run.finishedAt() != null) {
            return format("Every customer's latest score is by %s.", version);
        }
        if (run.refusedAt() != null) {
            return format("The job refuses %s, and the champion before it goes on: %s", version, run.reason());
        }
        return run.sentAt() == null
                ? format("Scoring again by %s: %,d of %,d customers asked for.", version, run.sent(), run.customers())
                : format("Scoring again by %s: %,d customers to go.", version, run.remaining());
    }

    private static @Nullable String text(@Nullable Instant time) {
        return time == null ? null : time.truncatedTo(ChronoUnit.MILLIS).toString();
    }
}
