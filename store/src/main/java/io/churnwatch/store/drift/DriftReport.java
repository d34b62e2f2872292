package io.churnwatch.store.drift;

import io.churnwatch.drift.DriftVerdict;
import io.churnwatch.drift.FieldDrift;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Findings as they are stored, with the decision about them. The command line and the API serialise it as it is.
 *
 * @param modelVersion the champion whose live customers were compared with its training
 * @param windowFrom log time of the first events
 * @param windowTo log time before which the last events lie
 * @param events scored by the champion in the window
 * @param customers of those events; the newest event of each counts
 * @param verdict the worst of the fields
 * @param decision what was done, or why nothing, in a sentence
 * @param trainingJob that the findings queued; null when none
 * @param fields the furthest from their baseline first
 * @param challenger null when none scored the same events
 * @param realised how good scores and alerts of a horizon ago turned out to be, by model version
 */
public record DriftReport(
        long id,
        Instant checkedAt,
        String modelVersion,
        Instant windowFrom,
        Instant windowTo,
        long events,
        long customers,
        DriftVerdict verdict,
        String decision,
        @Nullable Long trainingJob,
        List<FieldDrift> fields,
        @Nullable ChallengerComparison challenger,
        List<RealisedQuality> realised) {

    public static DriftReport of(
            long id, Instant checkedAt, DriftFindings findings, @Nullable Long trainingJob, String decision) {
        return new DriftReport(
                id,
                checkedAt,
                findings.modelVersion(),
                findings.from(),
                findings.to(),
                findings.events(),
                findings.customers(),
                findings.verdict(),
                decision,
                trainingJob,
                findings.fields(),
                findings.challenger(),
                findings.realised());
    }

    /** The fields that have drifted, the furthest first. */
    public List<FieldDrift> drifted() {
        return DriftFindings.drifted(fields);
    }
}
