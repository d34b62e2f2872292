package io.churnwatch.stream.score;

import io.churnwatch.feed.CustomerProfile;
import io.churnwatch.risk.Reason;
import io.churnwatch.scoring.Features;
import io.churnwatch.scoring.NotScorableException;
import io.churnwatch.scoring.explain.ExplainableModel;
import io.churnwatch.scoring.explain.Reasons;
import io.churnwatch.scoring.explain.RiskDifference;
import java.util.List;

/** Why a score is what it is, and why it moved; nothing of a model that cannot be explained. */
final class ScoreReasons {
    /** Why the score of a profile is what it is. */
    static List<Reason> of(ExplainableModel champion, CustomerProfile profile) throws NotScorableException {
        return champion.whyNotExplainable().isEmpty() ? Reasons.of(champion, Features.of(profile)) : List.of();
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
