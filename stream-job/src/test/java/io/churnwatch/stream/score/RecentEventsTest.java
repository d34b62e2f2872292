package io.churnwatch.stream.score;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RecentEventsTest {
    @Test
    void theLastEventsAreKnownAndOlderOnesForgotten() {
        RecentEvents events = RecentEvents.NONE;
        for (int i = 0; i <= RecentEvents.SIZE; i++) {
            events = events.with("e-" + i);
        }

        assertThat(events.hashes()).hasSize(RecentEvents.SIZE);
        assertThat(events.contains("e-0")).isFalse();
        assertThat(events.contains("e-1")).isTrue();
        assertThat(events.contains("e-" + RecentEvents.SIZE)).isTrue();
    }
}
