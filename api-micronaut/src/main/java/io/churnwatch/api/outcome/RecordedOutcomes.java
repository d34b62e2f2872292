package io.churnwatch.api.outcome;

import io.churnwatch.store.outcome.Recording;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Collections;
import java.util.List;

/**
 * How the outcomes of a request were recorded.
 *
 * @param recorded that are new
 * @param corrected that replace another outcome of the same customer and time
 * @param repeated that were known
 */
@Serdeable.Serializable
public record RecordedOutcomes(int recorded, int corrected, int repeated) {
    static RecordedOutcomes of(List<Recording> recordings) {
        return new RecordedOutcomes(
                Collections.frequency(recordings, Recording.RECORDED),
                Collections.frequency(recordings, Recording.CORRECTED),
                Collections.frequency(recordings, Recording.REPEATED));
    }
}
