package io.churnwatch.stream.score;

import io.churnwatch.feed.CustomerProfile;
import io.churnwatch.feed.CustomerUpdate;
import io.churnwatch.feed.UpdateOp;
import io.churnwatch.risk.AlertRaised;
import io.churnwatch.risk.Cause;
import io.churnwatch.risk.RiskScored;
import io.churnwatch.risk.RiskTrend;
import io.churnwatch.scoring.Features;
import io.churnwatch.scoring.KeyedScore;
import io.churnwatch.scoring.NotScorableException;
import io.churnwatch.scoring.RiskTrends;
import io.churnwatch.scoring.alert.AlertDecision;
import io.churnwatch.scoring.alert.AlertPolicies;
import io.churnwatch.scoring.alert.RiskMove;
import io.churnwatch.stream.config.ScoringConfig;
import io.churnwatch.stream.feed.FeedEvent;
import io.churnwatch.stream.version.Challenger;
import io.churnwatch.stream.version.VersionsInForce;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Scores one event that was accepted: what is said of the customer, and what is remembered from then on. */
final class EventScoring {
    private final ScoringConfig config;
    private final CustomerState before;
    private final ProfileMerge.Result merged;
    private final FeedEvent event;
    private final VersionsInForce versions;

    /** The merged profile, and what was remembered before it. */
    EventScoring(
            ScoringConfig config,
            CustomerState before,
            ProfileMerge.Result merged,
            FeedEvent event,
            VersionsInForce versions) {
        this.config = config;
        this.before = before;
        this.merged = merged;
        this.event = event;
        this.versions = versions;
    }

    /** Scores. The scoredAt is the wall clock's time. */
    Verdict.Accepted score(Instant scoredAt) throws NotScorableException {
        KeyedScore keyed =
                versions.champion().rescore(Features.of(merged.profile()), before.lastScoreBy(versions.modelVersion()));
        Double baseline = baseline();
        double[] recentScores = append(before.recentScores(), keyed.probability());
        AlertDecision decision = decide(keyed.probability(), baseline);
        RiskScored score = scored(scoredAt, keyed.probability(), baseline, RiskTrends.of(recentScores));
        AlertRaised alert = decision.due().isPresent() ? alert(decision.due().get(), score) : null;
        CustomerState next = new CustomerState(
                merged.profile(),
                merged.stamps(),
                score.sequence(),
                keyed.probability(),
                versions.modelVersion(),
                score.highRisk(),
                score.valueAtRisk(),
                keyed.key(),
                before.recentEvents().with(event.update()),
                recentScores,
                decision.state(),
                null);
        CustomerResult result = new CustomerResult(
                score.customerId(),
                Standing.of(before, versions, config),
                merged.profile(),
                merged.changed(),
                score,
                alert,
                isExit());
        return new Verdict.Accepted(next, new UnexplainedResult(result, wanted(score, alert, baseline)));
    }

    /** Null when nothing is to be explained, which is so for most events. */
    private @Nullable ReasonsWanted wanted(RiskScored score, @Nullable AlertRaised alert, @Nullable Double baseline) {
        boolean ofScore = config.reasons().explains(score.probability(), score.previousProbability());
        boolean ofAlert = alert != null && config.reasons().explainsAlerts();
        if (!ofScore && !ofAlert) {
            return null;
        }
        boolean ofMove = ofAlert && baseline != null;
        return new ReasonsWanted(versions.pointer(), ofScore, ofAlert, ofMove ? before.profile() : null);
    }

    /** Who comes to us as one who has left already, left at a time that nobody told. */
    private boolean isExit() {
        return merged.profile().hasExited() && !before.profile().hasExited() && !before.isFirstObservation();
    }

    /**
     * The current model's probability for the data before: the previous score, unless another model made it. Null on
     * first observation, and when the current model refuses the data before: then nobody can say what moved the risk.
     */
    private @Nullable Double baseline() {
        if (before.isFirstObservation()) {
            return null;
        }
        if (before.modelVersion().equals(versions.modelVersion())) {
            return before.probability();
        }
        try {
            return versions.champion().score(Features.of(before.profile()));
        } catch (NotScorableException e) {
            return null;
        }
    }

    private AlertDecision decide(double probability, @Nullable Double baseline) {
        RiskMove move = new RiskMove(
                baseline,
                probability,
                merged.profile().hasExited(),
                event.record().loggedAt());
        return AlertPolicies.decide(move, before.alerts(), versions.alerts());
    }

    private RiskScored scored(Instant scoredAt, double probability, @Nullable Double baseline, RiskTrend trend) {
        CustomerUpdate update = event.update();
        CustomerProfile profile = merged.profile();
        Features features = Features.of(profile);
        Challenger challenger = versions.challenger();
        Double previous = before.isFirstObservation() ? null : before.probability();
        return new RiskScored(
                update.eventId(),
                update.customerId(),
                update.occurredAt(),
                event.record().loggedAt(),
                scoredAt,
                before.sequence() + 1,
                probability,
                previous,
                previous == null || previous == 0 ? null : 100 * (probability - previous) / previous,
                baseline == null ? null : probability - baseline,
                baseline == null || previous == null ? null : baseline - previous,
                probability > versions.alerts().highRiskThreshold(),
                config.bands().bandOf(probability),
                trend,
                config.valueAtRisk().of(probability, profile),
                cause(update),
                versions.modelVersion(),
                versions.alerts().configVersion(),
                challenger == null ? null : challenger.modelVersion(),
                challenger == null ? null : challenger.score(features),
                features.seenBy(versions.champion()),
                List.of());
    }

    private static Cause cause(CustomerUpdate update) {
        if (update.op() == UpdateOp.RESCORE) {
            return Cause.MODEL_CHANGE;
        }
        return update.source().equals(CustomerUpdate.SOURCE_IMPORT) ? Cause.IMPORT : Cause.UPDATE;
    }

    private static AlertRaised alert(AlertDecision.Due due, RiskScored score) {
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
                List.of(),
                List.of());
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
}
