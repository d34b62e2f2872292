package io.churnwatch.stream.score;

import io.churnwatch.feed.CustomerProfile;
import io.churnwatch.risk.Reason;
import io.churnwatch.scoring.Features;
import io.churnwatch.scoring.NotScorableException;
import io.churnwatch.scoring.explain.ExplainableModel;
import io.churnwatch.scoring.explain.Reasons;
import io.churnwatch.scoring.explain.RiskDifference;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which scores and alerts carry reasons: an explanation costs hundreds of times a score, and not every model can give one. */
final class ScoreReasons {
    /** A score that moved by less is explained by the one before it. */
    private static final double MOVE_MIN = 0.01;

    /** Why the score is what it is: for a first score, and for one that moved by a point or more. */
    static List<Reason> of(
            ExplainableModel champion, CustomerProfile profile, double probability, @Nullable Double previous)
            throws NotScorableException {
        boolean moved = previous == null || Math.abs(probability - previous) >= MOVE_MIN;
        boolean explainable = champion.whyNotExplainable().isEmpty();
        return moved && explainable ? Reasons.of(champion, Features.of(profile)) : List.of();
    }

    /** Why new data moved the score, under the model that answers now. */
    static List<Reason> ofMove(ExplainableModel champion, CustomerProfile before, CustomerProfile after)
            throws NotScorableException {
        if (champion.whyNotExplainable().isPresent()) {
            return List.of();
        }
        Features now = Features.of(after);
        RiskDifference difference = RiskDifference.between(champion, Features.of(before), champion, now);
        return Reasons.of(champion, now, difference.dataParts());
    }

    private ScoreReasons() {}
}
