package io.churnwatch.store.drift;

import io.churnwatch.drift.DriftVerdict;
import io.churnwatch.drift.FieldDrift;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The findings of a check of the champion's live events.
 *
 * @param modelVersion the champion
 * @param from log time of the first events that were looked at
 * @param to log time up to which they were
 * @param events scored by the champion in between
 * @param customers of those events; the newest event of each is compared with the baseline
 * @param fields the furthest from their baseline first
 * @param challenger null when none scored the same events
 * @param realised how good past scores turned out to be, by model version
 */
public record DriftFindings(
        String modelVersion,
        Instant from,
        Instant to,
        long events,
        long customers,
        List<FieldDrift> fields,
        @Nullable ChallengerComparison challenger,
        List<RealisedQuality> realised) {
    public DriftFindings {
        fields = fields.stream()
                .sorted(Comparator.comparing(FieldDrift::psi).reversed().thenComparing(FieldDrift::field))
                .toList();
        realised = realised.stream()
                .sorted(Comparator.comparing(RealisedQuality::modelVersion))
                .toList();
    }

    /** The worst of its fields'. */
    public DriftVerdict verdict() {
        Optional<DriftVerdict> worst = fields.stream().map(FieldDrift::verdict).max(Comparator.naturalOrder());
        return worst.orElse(DriftVerdict.TOO_FEW);
    }

    /** The fields that have drifted, the furthest first. */
    public List<FieldDrift> drifted() {
        return drifted(fields);
    }

    static List<FieldDrift> drifted(List<FieldDrift> fields) {
        return fields.stream()
                .filter(field -> field.verdict() == DriftVerdict.DRIFTED)
                .toList();
    }
}
