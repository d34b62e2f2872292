package io.churnwatch.stream.score;

import io.churnwatch.feed.CustomerProfile;
import io.churnwatch.feed.CustomerUpdate;
import io.churnwatch.feed.UpdateOp;
import io.churnwatch.risk.AlertRaised;
import io.churnwatch.risk.Cause;
import io.churnwatch.risk.RiskScored;
import io.churnwatch.scoring.Features;
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
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Calculates the result of one accepted event: the score, the alert if one is due, and the customer's next state. */
final class ScoreCalculation {
    private final ScoringConfig config;
    private final CustomerState before;
    private final ProfileMerge.Result merged;
    private final FeedEvent event;
    private final VersionsInForce versions;

    /** The merged profile, and the state before it. */
    ScoreCalculation(
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

    /** Scores the customer; {@code scoredAt} is the wall clock's time. */
    Verdict.Accepted score(Instant scoredAt) throws NotScorableException {
        Features features = Features.of(merged.profile());
        double probability = versions.champion().score(features);
        double[] probabilities = LastScore.append(before.lastScore(), probability);
        RiskScored score = scored(scoredAt, features, risk(probability, probabilities));
        AlertDecision decision = decide(score);
        AlertRaised alert = decision.due().isPresent() ? alert(decision.due().get(), score) : null;
        CustomerState next = new CustomerState(
                merged.profile(),
                merged.stamps(),
                before.recentEvents().with(event.update()),
                LastScore.of(score, probabilities),
                decision.state(),
                null);
        CustomerResult result = new CustomerResult(
                score.customerId(), Standing.of(before), merged.profile(), merged.changed(), score, alert, isExit());
        return new Verdict.Accepted(next, new UnexplainedResult(result, wanted(score, alert)));
    }

    private RiskScored.Risk risk(double probability, double[] probabilities) {
        return new RiskScored.Risk(
                probability,
                probability > versions.alerts().highRiskThreshold(),
                config.bands().bandOf(probability),
                RiskTrends.of(probabilities));
    }

    private RiskScored scored(Instant scoredAt, Features features, RiskScored.Risk risk) {
        CustomerUpdate update = event.update();
        LastScore last = before.lastScore();
        return new RiskScored(
                new RiskScored.Trigger(update.eventId(), update.customerId(), update.occurredAt(), cause(update)),
                new RiskScored.Turn(
                        last == null ? 1 : last.sequence() + 1, event.record().loggedAt()),
                scoredAt,
                risk,
                last == null ? null : new RiskScored.Previous(last.probability(), baseline(last)),
                config.valueAtRisk().of(risk.probability(), merged.profile()),
                new RiskScored.Versions(
                        versions.modelVersion(), versions.alerts().configVersion()),
                shadowScore(features),
                features.seenBy(versions.champion()),
                List.of());
    }

    private static Cause cause(CustomerUpdate update) {
        if (update.op() == UpdateOp.RESCORE) {
            return Cause.MODEL_CHANGE;
        }
        return update.source().equals(CustomerUpdate.SOURCE_IMPORT) ? Cause.IMPORT : Cause.UPDATE;
    }

    /**
     * The current model's probability for the data before: the previous score, unless another model made it. Null when the
     * current model refuses the data before: then the cause of the move is unknown.
     */
    private RiskScored.@Nullable Baseline baseline(LastScore last) {
        if (last.modelVersion().equals(versions.modelVersion())) {
            return new RiskScored.Baseline(last.probability());
        }
        try {
            return new RiskScored.Baseline(versions.champion().score(Features.of(before.profile())));
        } catch (NotScorableException e) {
            return null;
        }
    }

    private RiskScored.@Nullable ShadowScore shadowScore(Features features) {
        Challenger challenger = versions.challenger();
        return challenger == null
                ? null
                : new RiskScored.ShadowScore(challenger.modelVersion(), challenger.score(features));
    }

    private AlertDecision decide(RiskScored score) {
        RiskScored.Baseline baseline = score.baseline();
        RiskMove move = new RiskMove(
                baseline == null ? null : baseline.probability(),
                score.probability(),
                merged.profile().hasExited(),
                score.turn().loggedAt());
        return AlertPolicies.decide(move, before.alerts(), versions.alerts());
    }

    private static AlertRaised alert(AlertDecision.Due due, RiskScored score) {
        return new AlertRaised(
                alertId(due, score),
                due.type(),
                score.customerId(),
                score.eventId(),
                score.turn().loggedAt(),
                score.probability(),
                score.previousProbability(),
                score.riskChange(),
                due.threshold(),
                score.risk().band(),
                score.versions().modelVersion(),
                score.versions().configVersion(),
                List.of(),
                List.of());
    }

    /** The same for every replay of the event: a name-based UUID (RFC 9562, version 3) of customer, rule and event. */
    private static String alertId(AlertDecision.Due due, RiskScored score) {
        String name = score.customerId() + "|" + due.type() + "|" + score.eventId();
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }

    /** Returns null when there is nothing to explain, as with most events. */
    private @Nullable ReasonsWanted wanted(RiskScored score, @Nullable AlertRaised alert) {
        boolean ofScore = config.reasons().explains(score.probability(), score.previousProbability());
        boolean ofAlert = alert != null && config.reasons().explainsAlerts();
        if (!ofScore && !ofAlert) {
            return null;
        }
        CustomerProfile movedFrom = ofAlert && score.baseline() != null ? before.profile() : null;
        return new ReasonsWanted(versions.pointer(), ofScore, ofAlert, movedFrom);
    }

    /** A customer whose first event already reports the exit left at an unknown time: there is no exit to record. */
    private boolean isExit() {
        return merged.profile().hasExited() && !before.profile().hasExited() && !before.isFirstObservation();
    }
}
