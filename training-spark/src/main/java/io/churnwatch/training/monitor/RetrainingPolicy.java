package io.churnwatch.training.monitor;

import io.churnwatch.drift.FieldDrift;
import io.churnwatch.store.drift.DriftFindings;
import io.churnwatch.store.drift.DriftReports;
import io.churnwatch.store.training.JobCause;
import io.churnwatch.store.training.TrainingJobs;
import io.churnwatch.store.training.TrainingParameters;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Queues one training for drift; its model is a challenger until a person promotes it.
 *
 * @param cooldown between two trainings that it queues; empty if it queues none
 */
record RetrainingPolicy(Optional<Duration> cooldown, TrainingParameters parameters) {
    private static final int FIELDS_SHOWN = 5;

    /** Of all checks, one at a time decides and queues. */
    private static final String LOCK = "SELECT pg_advisory_xact_lock(hashtext('churnwatch.drift'))";

    private record Decision(@Nullable Long trainingJob, String text) {}

    /** Decides, queues a training and stores the report, in one transaction. */
    void settle(Handle handle, DriftFindings findings) {
        handle.useTransaction(transaction -> {
            transaction.execute(LOCK);
            Decision decision = decide(transaction, findings);
            DriftReports.append(transaction, findings, decision.trainingJob(), decision.text());
        });
    }

    private Decision decide(Handle handle, DriftFindings findings) {
        List<FieldDrift> drifted = findings.drifted();
        if (drifted.isEmpty()) {
            return new Decision(null, quiet(findings));
        }
        String described = describe(drifted);
        if (cooldown.isEmpty()) {
            return new Decision(null, described + "; trainings for drift are switched off");
        }
        Optional<String> obstacle = TrainingJobs.findObstacleToDrift(handle, cooldown.get());
        if (obstacle.isPresent()) {
            return new Decision(null, described + "; " + obstacle.get());
        }
        long id = TrainingJobs.queue(handle, parameters, JobCause.DRIFT, requestedBy(drifted))
                .jobId();
        TrainingJobs.explain(handle, id, described);
        return new Decision(id, described + "; queued training " + id);
    }

    private static String quiet(DriftFindings findings) {
        return switch (findings.verdict()) {
            case TOO_FEW -> "too few customers to judge";
            case STABLE -> "nothing has drifted";
            case MOVING, DRIFTED -> "something moves, but not by enough for a training";
        };
    }

    /** {@code age (PSI 0.83), balance (PSI 0.31) have drifted}. */
    private static String describe(List<FieldDrift> drifted) {
        String fields = drifted.stream()
                .limit(FIELDS_SHOWN)
                .map(field -> String.format(Locale.ROOT, "%s (PSI %.2f)", field.field(), field.psi()))
                .collect(Collectors.joining(", "));
        String more = drifted.size() > FIELDS_SHOWN ? " and %d more".formatted(drifted.size() - FIELDS_SHOWN) : "";
        return fields + more + (drifted.size() == 1 ? " has drifted" : " have drifted");
    }

    private static String requestedBy(List<FieldDrift> drifted) {
        return drifted.stream().map(FieldDrift::field).collect(Collectors.joining(", ", "drift of ", ""));
    }
}
