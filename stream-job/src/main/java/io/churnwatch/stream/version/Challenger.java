package io.churnwatch.stream.version;

import io.churnwatch.scoring.ChurnModel;
import io.churnwatch.scoring.Features;
import io.churnwatch.scoring.NotScorableException;
import org.jspecify.annotations.Nullable;

/**
 * The model that scores in shadow.
 *
 * @param model null while it is not loaded, and for good when it was refused
 */
public record Challenger(String modelVersion, @Nullable ChurnModel model) {
    /** Returns its probability, or null when it has none for any reason: a challenger never stops an event. */
    public @Nullable Double score(Features features) {
        if (model == null) {
            return null;
        }
        try {
            return model.score(features);
        } catch (NotScorableException | RuntimeException e) {
            return null;
        }
    }
}
