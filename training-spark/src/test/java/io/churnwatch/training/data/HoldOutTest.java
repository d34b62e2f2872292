package io.churnwatch.training.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class HoldOutTest {
    private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("2026-03-01T00:00:00Z");

    @Test
    void timeDecidesWhenItIsKnownOfHalfOfTheExits() {
        assertThat(HoldOut.obstacleToTime(customers(200, new ExitTimes(100, FIRST, LAST))))
                .isEmpty();
    }

    @Test
    void withoutTimesOrWithTooFewItCannot() {
        assertThat(HoldOut.obstacleToTime(customers(200, ExitTimes.NONE)))
                .hasValue("the time of the exit is known of 0 of the 200 who left, and half are needed");
        assertThat(HoldOut.obstacleToTime(customers(200, new ExitTimes(99, FIRST, LAST))))
                .hasValue("the time of the exit is known of 99 of the 200 who left, and half are needed");
    }

    @Test
    void exitsThatAreAllOfOneTimeDoNotTellEarlierFromLater() {
        assertThat(HoldOut.obstacleToTime(customers(200, new ExitTimes(200, FIRST, FIRST))))
                .hasValue("all exits are of the same time");
    }

    @Test
    void itSaysWhatWasHeldOut() {
        assertThat(HoldOut.from(LAST).why())
                .isEqualTo("by time: those who left from 2026-03-01T00:00:00Z on, and the newest of those who stayed");
        assertThat(HoldOut.byId("all exits are of the same time").why())
                .isEqualTo("by customer id: all exits are of the same time");
    }

    private static DataReport customers(long exited, ExitTimes times) {
        return new DataReport(1_000, 1_000, exited, new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), times, null);
    }
}
