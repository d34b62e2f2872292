package io.churnwatch.stream.version;

import static io.churnwatch.feed.CustomerFixture.MORNING;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VersionTimelineTest {
    private final VersionTimeline<String> timeline = new VersionTimeline<>();

    @Test
    void theVersionInForceIsTheLatestThatIsNotAfterTheLogTime() {
        timeline.add(MORNING.plusSeconds(10), "second");
        timeline.add(MORNING, "first");

        assertThat(timeline.at(MORNING.plusMillis(9_999))).hasValue("first");
        assertThat(timeline.at(MORNING.plusSeconds(10))).hasValue("second");
    }

    @Test
    void whatIsOlderThanTheFirstVersionIsJudgedByIt() {
        timeline.add(MORNING, "first");

        assertThat(timeline.at(MORNING.minusSeconds(1))).hasValue("first");
    }

    @Test
    void aRemovedVersionLeavesTheOneBeforeInForce() {
        timeline.add(MORNING, "first");
        timeline.add(MORNING.plusSeconds(10), "second");
        timeline.remove("second");

        assertThat(timeline.at(MORNING.plusSeconds(11))).hasValue("first");
    }

    @Test
    void anEmptyTimelineHasNoVersion() {
        assertThat(timeline.at(MORNING)).isEmpty();
        assertThat(timeline.isEmpty()).isTrue();
    }
}
