package io.churnwatch.api.drift;

import io.churnwatch.api.database.DatabaseException;
import io.churnwatch.api.database.DatabasePool;
import io.churnwatch.drift.FieldDrift;
import io.churnwatch.store.drift.ChallengerComparison;
import io.churnwatch.store.drift.DriftReport;
import io.churnwatch.store.drift.DriftReports;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Publishes the newest report as metrics. The API does so instead of the worker, because it always runs and is scraped
 * already; every instance publishes the same.
 */
@Singleton
final class DriftGauges {
    private static final String PREFIX = "churnwatch.drift.";

    private final DatabasePool database;
    private final MultiGauge psi;
    private final MultiGauge ks;
    private final MultiGauge missing;
    private final MultiGauge unseen;
    private final MultiGauge verdict;
    private final MultiGauge checkedAt;
    private final MultiGauge agreement;
    private final RealisedGauges realised;
    private long shown;

    DriftGauges(DatabasePool database, MeterRegistry metrics) {
        this.database = database;
        psi = gauge(metrics, PREFIX + "psi", "Population stability index against the training");
        ks = gauge(metrics, PREFIX + "ks", "Statistic of Kolmogorov and Smirnov against the training");
        missing = gauge(metrics, PREFIX + "missing.rate", "Share of the live customers without a value");
        unseen = gauge(metrics, PREFIX + "unseen.rate", "Share with a value that the training never saw");
        verdict = gauge(metrics, PREFIX + "verdict", "0 too few customers, 1 stable, 2 moving, 3 drifted");
        checkedAt = gauge(metrics, PREFIX + "checked.timestamp.seconds", "When the newest report was made");
        agreement = gauge(
                metrics, "churnwatch.challenger.agreement", "Share of the customers in the same band by both models");
        realised = new RealisedGauges(metrics);
    }

    /** Follows the table; while the database is away, the health check reports it and the last report stays. */
    @Scheduled(fixedDelay = "10s", initialDelay = "1s")
    void refresh() {
        try {
            newest().filter(report -> report.id() != shown).ifPresent(this::show);
        } catch (DatabaseException e) {
            // The next refresh is soon.
        }
    }

    private Optional<DriftReport> newest() {
        return database.inSnapshot(handle -> DriftReports.newest(handle));
    }

    private void show(DriftReport report) {
        showFields(psi, report, FieldDrift::psi);
        showFields(ks, report, FieldDrift::ks);
        showFields(missing, report, FieldDrift::missingRate);
        showFields(unseen, report, FieldDrift::unseenRate);
        showFields(verdict, report, field -> field.verdict().ordinal());
        checkedAt.register(
                List.of(Row.of(model(report.modelVersion()), report.checkedAt().getEpochSecond())), true);
        agreement.register(agreement(report.challenger()), true);
        realised.show(report.realised());
        shown = report.id();
    }

    private static void showFields(MultiGauge gauge, DriftReport report, ToDoubleFunction<FieldDrift> value) {
        gauge.register(
                report.fields().stream()
                        .map(field -> Row.of(
                                model(report.modelVersion()).and("field", field.field()), value.applyAsDouble(field)))
                        .toList(),
                true);
    }

    private static List<Row<?>> agreement(@Nullable ChallengerComparison challenger) {
        return challenger == null
                ? List.of()
                : List.of(Row.of(model(challenger.modelVersion()), challenger.agreement()));
    }

    private static Tags model(String version) {
        return Tags.of("model_version", version);
    }

    private static MultiGauge gauge(MeterRegistry metrics, String name, String description) {
        return MultiGauge.builder(name).description(description).register(metrics);
    }
}
