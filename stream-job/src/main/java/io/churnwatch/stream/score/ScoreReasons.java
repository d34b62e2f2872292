package io.churnwatch.stream.score;

import io.churnwatch.feed.CustomerProfile;
import io.churnwatch.risk.Reason;
import io.churnwatch.scoring.Features;
import io.churnwatch.scoring.NotScorableException;
import io.churnwatch.scoring.explain.ExplainableModel;
import io.churnwatch.scoring.explain.Explanation;
import io.churnwatch.scoring.explain.Reasons;
import io.churnwatch.scoring.explain.RiskDifference;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why one score is what it is, and why it moved; nothing of a model that cannot be explained. The score is explained once
 * at most, and only when somebody asks: that costs hundreds of times a score.
 */
final class ScoreReasons {
    private final ExplainableModel champion;
    private final Features features;
    private @Nullable Explanation explanation;

    /** Of the score that the champion gives a profile. */
    ScoreReasons(ExplainableModel champion, CustomerProfile profile) {
        this.champion = champion;
        this.features = Features.of(profile);
    }

    /** Why the score is what it is. */
    List<Reason> ofScore() throws NotScorableException {
        return isExplainable() ? Reasons.of(champion, features, explanation().contributions()) : List.of();
    }

    /** Why new data moved the score, under the model that answers now. */
    List<Reason> ofMoveFrom(CustomerProfile before) throws NotScorableException {
        if (!isExplainable()) {
            return List.of();
        }
        Explanation was = champion.explain(Features.of(before));
        RiskDifference difference = RiskDifference.between(was, was, explanation());
        return Reasons.of(champion, features, difference.dataParts());
    }

    private boolean isExplainable() {
        return champion.whyNotExplainable().isEmpty();
    }

    private Explanation explanation() throws NotScorableException {
        Explanation known = explanation;
        if (known == null) {
            known = champion.explain(features);
            explanation = known;
        }
        return known;
    }
}
