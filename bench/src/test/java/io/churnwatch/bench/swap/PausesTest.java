package io.churnwatch.bench.swap;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PausesTest {
    private static final Instant START = Instant.parse("2026-11-25T10:00:00Z");

    @Test
    void aPauseIsTheLongestWaitBeyondTheUsualOne() {
        List<Pauses.Scored> events = steadyStream();
        events.add(scored(1_500, 90)); // within the swap's two seconds
        events.add(scored(2_500, 30)); // after them
        events.add(scored(9_000, 999)); // long after

        Pauses pauses = Pauses.of(events, List.of(new Swap(START, START.plusSeconds(1))));

        assertThat(pauses.usualMillis()).isEqualTo(10);
        assertThat(pauses.swapMillis()).containsExactly(80);
        assertThat(pauses.calmMillis()).containsExactly(20);
    }

    /** Ten seconds of an event each 10 ms, each scored 10 ms later. */
    private static List<Pauses.Scored> steadyStream() {
        List<Pauses.Scored> events = new ArrayList<>();
        for (int millis = 0; millis < 10_000; millis += 10) {
            events.add(scored(millis, 10));
        }
        return events;
    }

    private static Pauses.Scored scored(int millis, int waited) {
        return new Pauses.Scored(START.plusMillis(millis), START.plusMillis(millis + waited));
    }
}
