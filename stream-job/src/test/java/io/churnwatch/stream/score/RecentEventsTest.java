package io.churnwatch.stream.score;

import static io.churnwatch.feed.CustomerFixture.MORNING;
import static org.assertj.core.api.Assertions.assertThat;

import io.churnwatch.feed.CustomerProfile;
import io.churnwatch.feed.CustomerUpdate;
import io.churnwatch.feed.UpdateOp;
import org.junit.jupiter.api.Test;

class RecentEventsTest {
    @Test
    void theLastEventsAreKnownAndOlderOnesForgotten() {
        RecentEvents events = RecentEvents.NONE;
        for (int i = 0; i <= RecentEvents.SIZE; i++) {
            events = events.with(update("e-" + i, UpdateOp.PATCH));
        }

        assertThat(events.hashes()).hasSize(RecentEvents.SIZE);
        assertThat(events.contains("e-0")).isFalse();
        assertThat(events.contains("e-1")).isTrue();
        assertThat(events.contains("e-" + RecentEvents.SIZE)).isTrue();
    }

    @Test
    void theNewestRescoreIsKnownHoweverManyEventsCameSince() {
        RecentEvents events = RecentEvents.NONE.with(update("rescore-1-7", UpdateOp.RESCORE));
        for (int i = 0; i < 2 * RecentEvents.SIZE; i++) {
            events = events.with(update("e-" + i, UpdateOp.PATCH));
        }

        assertThat(events.contains("rescore-1-7")).isTrue();
        assertThat(events.with(update("rescore-2-7", UpdateOp.RESCORE)).contains("rescore-1-7"))
                .isFalse();
    }

    private static CustomerUpdate update(String eventId, UpdateOp op) {
        return new CustomerUpdate(eventId, 7, MORNING, op, "core-banking", CustomerProfile.UNKNOWN);
    }
}
