package io.churnwatch.stream.score;

import io.churnwatch.feed.CustomerUpdate;
import io.churnwatch.feed.RejectionReason;
import io.churnwatch.feed.UpdateOp;
import io.churnwatch.scoring.NotScorableException;
import io.churnwatch.stream.config.ScoringConfig;
import io.churnwatch.stream.feed.DeadLetter;
import io.churnwatch.stream.feed.FeedEvent;
import io.churnwatch.stream.version.VersionsInForce;
import java.time.Instant;

/**
 * Decides what one event does to one customer: whether it is a repeat, refused, an erasure or to be scored by a
 * {@link ScoreCalculation}. A pure function of the state, the event and the versions in force at its log time. The wall clock
 * only fills {@code scored_at}, so a replay writes the same rows.
 */
final class EventRules {
    private final ScoringConfig config;

    EventRules(ScoringConfig config) {
        this.config = config;
    }

    /** Judges an event; {@code scoredAt} is the wall clock's time. */
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
                        CustomerState.erased(event.record().loggedAt()),
                        UnexplainedResult.complete(CustomerResult.erased(update.customerId(), Standing.of(state))));
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
            return score(state, ProfileMerge.unchanged(state.profile(), state.stamps()), event, versions, scoredAt);
        }
        if (state.stamps().contains(Stamp.of(update))) {
            return new Verdict.Duplicate(); // older than the remembered ids, but its values are still in force
        }
        ProfileMerge.Result merged = ProfileMerge.merge(state.profile(), state.stamps(), update);
        if (merged.superseded()) {
            return refused(state, event, RejectionReason.SUPERSEDED, "every field was set by something newer");
        }
        return score(state, merged, event, versions, scoredAt);
    }

    private Verdict score(
            CustomerState state,
            ProfileMerge.Result merged,
            FeedEvent event,
            VersionsInForce versions,
            Instant scoredAt) {
        try {
            return new ScoreCalculation(config, state, merged, event, versions).score(scoredAt);
        } catch (NotScorableException e) {
            return new Verdict.Refused(
                    state.remembering(event.update()),
                    new DeadLetter(
                            event.record(),
                            RejectionReason.NOT_SCORABLE,
                            event.update().eventId(),
                            e.field(),
                            String.valueOf(e.getMessage())));
        }
    }

    private static Verdict refused(CustomerState state, FeedEvent event, RejectionReason reason, String detail) {
        boolean known = !state.isFirstObservation();
        return new Verdict.Refused(
                known ? state.remembering(event.update()) : state, DeadLetter.of(event, reason, detail));
    }
}
