package io.churnwatch.stream.score;

import io.churnwatch.feed.CustomerProfile;
import io.churnwatch.feed.CustomerUpdate;
import io.churnwatch.feed.RejectionReason;
import io.churnwatch.feed.UpdateOp;
import io.churnwatch.risk.AlertRaised;
import io.churnwatch.risk.Cause;
import io.churnwatch.risk.Reason;
import io.churnwatch.risk.RiskScored;
import io.churnwatch.scoring.Features;
import io.churnwatch.scoring.NotScorableException;
import io.churnwatch.scoring.RiskTrends;
import io.churnwatch.scoring.alert.AlertDecision;
import io.churnwatch.scoring.alert.AlertPolicies;
import io.churnwatch.scoring.alert.RiskMove;
import io.churnwatch.stream.config.ScoringConfig;
import io.churnwatch.stream.feed.DeadLetter;
import io.churnwatch.stream.feed.FeedEvent;
import io.churnwatch.stream.version.VersionsInForce;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one event does to one customer: a pure function of the state, the event and the versions in force at its log
 * time. The wall clock only fills {@code scored_at}, so a replay writes the same rows.
 */
final class CustomerScoring {
    private final ScoringConfig config;

    CustomerScoring(ScoringConfig config) {
        this.config = config;
    }

    /** Judges an event. The scoredAt is the wall clock's time. */
    Verdict judge(CustomerState remembered, FeedEvent event, VersionsInForce versions, Instant scoredAt) {
        CustomerUpdate update = event.update();
        CustomerState state = forgetOldErasure(remembered, event);
        if (state.recentEvents().contains(update.eventId())) {
            return new Verdict.Duplicate();
        }
        if (state.erasedAt() != null) {
            return refusedAsErased(state, event);
        }
        return switch (update.op()) {
            case DELETE ->
                new Verdict.Accepted(
                        CustomerState.erased(event.record().loggedAt()), CustomerResult.erased(update.customerId()));
            case PATCH, RESCORE ->
                state.isFirstObservation()
                        ? refused(
                                state,
                                event,
                                RejectionReason.UNKNOWN_CUSTOMER,
                                "no UPSERT of this customer came before")
                        : mergeAndScore(state, event, versions, scoredAt);
            case UPSERT -> mergeAndScore(state, event, versions, scoredAt);
        };
    }

    private CustomerState forgetOldErasure(CustomerState state, FeedEvent event) {
        Instant erasedAt = state.erasedAt();
        boolean old = erasedAt != null && event.record().loggedAt().isAfter(erasedAt.plus(config.erasedRemembered()));
        return old ? CustomerState.UNSEEN : state;
    }

    private static Verdict refusedAsErased(CustomerState state, FeedEvent event) {
        if (event.update().op() == UpdateOp.DELETE) {
            return new Verdict.Duplicate(); // erased is erased
        }
        return refused(state, event, RejectionReason.ERASED, "the customer was erased at " + state.erasedAt());
    }

    private Verdict mergeAndScore(CustomerState state, FeedEvent event, VersionsInForce versions, Instant scoredAt) {
        CustomerUpdate update = event.update();
        if (update.op() == UpdateOp.RESCORE) {
            return score(state, state.profile(), state.stamps(), FieldSet.NONE, event, versions, scoredAt);
        }
        if (state.stamps().contains(Stamp.of(update))) {
            return new Verdict.Duplicate(); // older than the remembered ids, but its values are still there
        }
        ProfileMerge.Result merged = ProfileMerge.merge(state.profile(), state.stamps(), update);
        if (merged.superseded()) {
            return refused(state, event, RejectionReason.SUPERSEDED, "every field was set by something newer");
        }
        return score(state, merged.profile(), merged.stamps(), merged.changed(), event, versions, scoredAt);
    }

    private Verdict score(
            CustomerState state,
            CustomerProfile profile,
            FieldStamps stamps,
            FieldSet changed,
            FeedEvent event,
            VersionsInForce versions,
            Instant scoredAt) {
        try {
            double probability = versions.champion().score(Features.of(profile));
            Double baseline = baseline(state, versions);
            AlertDecision decision = AlertPolicies.decide(
                    new RiskMove(
                            baseline,
                            probability,
                            profile.hasExited(),
                            event.record().loggedAt()),
                    state.alerts(),
                    versions.alerts());
            double[] recentScores = append(state.recentScores(), probability);
            RiskScored score = scored(state, profile, event, versions, scoredAt, probability, baseline, recentScores);
            AlertRaised alert = decision.due().isPresent()
                    ? alert(decision.due().get(), score, deltaReasons(state, profile, versions))
                    : null;
            CustomerState next = new CustomerState(
                    profile,
                    stamps,
                    score.sequence(),
                    probability,
                    versions.modelVersion(),
                    state.recentEvents().with(score.eventId()),
                    recentScores,
                    decision.state(),
                    null);
            return new Verdict.Accepted(next, new CustomerResult(score.customerId(), profile, changed, score, alert));
        } catch (NotScorableException e) {
            return new Verdict.Refused(
                    state.remembering(event.update().eventId()),
                    new DeadLetter(
                            event.record(),
                            RejectionReason.NOT_SCORABLE,
                            event.update().eventId(),
                            e.field(),
                            String.valueOf(e.getMessage())));
        }
    }

    /**
     * The current model's probability for the data before: the previous score, unless another model made it. Null on
     * first observation.
     */
    private static @Nullable Double baseline(CustomerState state, VersionsInForce versions)
            throws NotScorableException {
        if (state.isFirstObservation()) {
            return null;
        }
        return state.modelVersion().equals(versions.modelVersion())
                ? state.probability()
                : versions.champion().score(Features.of(state.profile()));
    }

    private RiskScored scored(
            CustomerState state,
            CustomerProfile profile,
            FeedEvent event,
            VersionsInForce versions,
            Instant scoredAt,
            double probability,
            @Nullable Double baseline,
            double[] recentScores)
            throws NotScorableException {
        CustomerUpdate update = event.update();
        Double previous = state.isFirstObservation() ? null : state.probability();
        return new RiskScored(
                update.eventId(),
                update.customerId(),
                update.occurredAt(),
                event.record().loggedAt(),
                scoredAt,
                state.sequence() + 1,
                probability,
                previous,
                previous == null || previous == 0 ? null : 100 * (probability - previous) / previous,
                baseline == null ? null : probability - baseline,
                baseline == null || previous == null ? null : baseline - previous,
                probability > versions.alerts().highRiskThreshold(),
                config.bands().bandOf(probability),
                RiskTrends.of(recentScores),
                profile.balance() == null ? null : probability * profile.balance(),
                cause(update),
                versions.modelVersion(),
                versions.alerts().configVersion(),
                Features.of(profile).seenBy(versions.champion()),
                ScoreReasons.of(versions.champion(), profile, probability, previous));
    }

    private static List<Reason> deltaReasons(CustomerState state, CustomerProfile profile, VersionsInForce versions)
            throws NotScorableException {
        return state.isFirstObservation()
                ? List.of()
                : ScoreReasons.ofMove(versions.champion(), state.profile(), profile);
    }

    private static Cause cause(CustomerUpdate update) {
        if (update.op() == UpdateOp.RESCORE) {
            return Cause.MODEL_CHANGE;
        }
        return update.source().equals(CustomerUpdate.SOURCE_IMPORT) ? Cause.IMPORT : Cause.UPDATE;
    }

    private static AlertRaised alert(AlertDecision.Due due, RiskScored score, List<Reason> deltaReasons) {
        return new AlertRaised(
                alertId(due, score),
                due.type(),
                score.customerId(),
                score.eventId(),
                score.loggedAt(),
                score.probability(),
                score.previousProbability(),
                score.riskChange(),
                due.threshold(),
                score.band(),
                score.modelVersion(),
                score.configVersion(),
                score.reasons(),
                deltaReasons);
    }

    /** The same for every replay of the event: a name-based UUID (RFC 9562, version 3) of customer, rule and event. */
    private static String alertId(AlertDecision.Due due, RiskScored score) {
        String name = score.customerId() + "|" + due.type() + "|" + score.eventId();
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static double[] append(double[] scores, double score) {
        int kept = Math.min(scores.length, RiskTrends.WINDOW - 1);
        double[] next = Arrays.copyOfRange(scores, scores.length - kept, scores.length + 1);
        next[kept] = score;
        return next;
    }

    private static Verdict refused(CustomerState state, FeedEvent event, RejectionReason reason, String detail) {
        boolean known = !state.isFirstObservation();
        return new Verdict.Refused(
                known ? state.remembering(event.update().eventId()) : state, DeadLetter.of(event, reason, detail));
    }
}
