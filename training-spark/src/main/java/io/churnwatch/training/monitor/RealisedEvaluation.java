package io.churnwatch.training.monitor;

import io.churnwatch.store.drift.RealisedQuality;
import io.churnwatch.store.drift.RealisedQuality.Alerts;
import io.churnwatch.store.drift.RealisedQuality.Scores;
import io.churnwatch.store.outcome.AlertFigures;
import io.churnwatch.store.outcome.AlertQualities;
import io.churnwatch.training.data.Split;
import io.churnwatch.training.evaluate.Metric;
import io.churnwatch.training.evaluate.ScoredCustomer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;

/**
 * Evaluates scores and alerts by the outcomes of their customers, in the window of a drift check but a horizon earlier. By then
 * every outcome within the horizon is known. Evaluated earlier, a model would look too good: exits are reported at once, and a
 * false alarm is one only when the horizon is over.
 *
 * @param rowsMin fewer customers are not evaluated
 */
record RealisedEvaluation(Duration window, Duration horizon, long rowsMin) {
    /** Returns the quality of the champion, and of each model that scored in the window or since. */
    List<RealisedQuality> at(Instant now, String champion, Handle handle) {
        Instant to = now.minus(horizon);
        Instant from = to.minus(window);
        PastScores past = new PastScores(handle, from, to, horizon);
        Map<String, List<ScoredCustomer>> judged = past.judged();
        Map<String, Long> immature = past.immature();
        Map<String, Alerts> alerts = alerts(handle, from, to);
        TreeSet<String> versions = new TreeSet<>(judged.keySet());
        versions.addAll(immature.keySet());
        versions.addAll(alerts.keySet());
        versions.add(champion);
        List<RealisedQuality> realised = new ArrayList<>();
        for (String version : versions) {
            Scores scores = scores(judged.getOrDefault(version, List.of()), immature.getOrDefault(version, 0L));
            realised.add(new RealisedQuality(
                    version,
                    from,
                    to,
                    Math.toIntExact(horizon.toDays()),
                    scores,
                    alerts.getOrDefault(version, Alerts.NONE)));
        }
        return realised;
    }

    private Scores scores(List<ScoredCustomer> customers, long immature) {
        long exited = customers.stream().filter(ScoredCustomer::exited).count();
        Optional<String> tooFew = tooFew(customers.size(), exited);
        return tooFew.isPresent()
                ? new Scores(customers.size(), exited, immature, null, null, tooFew.get())
                : new Scores(
                        customers.size(),
                        exited,
                        immature,
                        Metric.ROC_AUC.of(customers),
                        Metric.BRIER.of(customers),
                        null);
    }

    private Optional<String> tooFew(long customers, long exited) {
        if (customers < rowsMin) {
            return Optional.of("%d customers, and fewer than %d are not judged".formatted(customers, rowsMin));
        }
        if (Math.min(exited, customers - exited) < Split.PER_OUTCOME_MIN) {
            return Optional.of("%d of %d customers left, and fewer than %d of either kind are not judged"
                    .formatted(exited, customers, Split.PER_OUTCOME_MIN));
        }
        return Optional.empty();
    }

    private Map<String, Alerts> alerts(Handle handle, Instant from, Instant to) {
        Map<String, Alerts> alerts = new HashMap<>();
        for (AlertFigures figures : AlertQualities.byModel(handle, from, to, horizon)) {
            if (figures.modelVersion() != null) { // the column may be empty
                alerts.put(figures.modelVersion(), alerts(figures));
            }
        }
        return alerts;
    }

    private static Alerts alerts(AlertFigures figures) {
        return new Alerts(
                figures.hits(),
                figures.falseAlarms(),
                figures.precision(),
                figures.exits(),
                figures.foreseen(),
                figures.recall(),
                figures.leadDaysMedian());
    }
}
