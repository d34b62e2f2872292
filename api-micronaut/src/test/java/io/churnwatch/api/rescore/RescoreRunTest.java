package io.churnwatch.api.rescore;

import static org.assertj.core.api.Assertions.assertThat;

import io.churnwatch.api.rescore.RescoreRun.Step;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RescoreRunTest {
    private static final long CUSTOMERS = 1_000;
    private static final Duration LONG = Duration.ofMinutes(5);

    @Test
    void itIsFinishedWhenTwoCountsFindNobody() {
        assertThat(counted(null, Duration.ZERO, CUSTOMERS).after(0)).isEqualTo(Step.WAIT);
        assertThat(counted(3L, LONG, CUSTOMERS).after(0)).isEqualTo(Step.WAIT);
        assertThat(counted(0L, Duration.ZERO, CUSTOMERS).after(0)).isEqualTo(Step.FINISH);
    }

    @Test
    void thoseWhoWereMissedAreAskedForAgainOnceNothingIsOnItsWay() {
        assertThat(counted(3L, Duration.ofSeconds(9), CUSTOMERS).after(3)).isEqualTo(Step.WAIT);
        assertThat(counted(4L, RescoreRun.SETTLED, CUSTOMERS).after(3)).isEqualTo(Step.WAIT);
        assertThat(counted(3L, RescoreRun.SETTLED, CUSTOMERS).after(3)).isEqualTo(Step.NEXT_PASS);
    }

    @Test
    void whileTheJobIsDownNothingIsAskedForAgain() {
        assertThat(counted(CUSTOMERS, LONG, CUSTOMERS).after(CUSTOMERS)).isEqualTo(Step.WAIT);
    }

    @Test
    void whatWasRefusedAgainIsNotAskedForAThirdTime() {
        assertThat(counted(3L, LONG, 3).after(3)).isEqualTo(Step.WAIT);
        assertThat(counted(3L, LONG, 3).after(0)).isEqualTo(Step.WAIT);
    }

    @Test
    void countsBecomeRarer() {
        assertThat(counted(3L, Duration.ZERO, 3).pauseBeforeCount()).isEqualTo(Duration.ofSeconds(1));
        assertThat(counted(3L, Duration.ofSeconds(80), 3).pauseBeforeCount()).isEqualTo(Duration.ofSeconds(20));
        assertThat(counted(3L, Duration.ofDays(1), 3).pauseBeforeCount()).isEqualTo(Duration.ofMinutes(1));
    }

    /** The worker looks at any moments; an allowance of none leaves the time for the next look. */
    @Property
    void theRateIsNeverExceeded(
            @ForAll @IntRange(min = 1, max = 100_000) int perSecond,
            @ForAll @Size(max = 50) List<@LongRange(min = 0, max = 5_000) Long> pausesMillis) {
        long elapsed = 0;
        long idle = 0;
        long sent = 0;
        for (long pause : pausesMillis) {
            elapsed += pause;
            idle += pause;
            int allowance = idle(Duration.ofMillis(idle)).allowance(perSecond);
            sent += allowance;
            idle = allowance == 0 ? idle : 0;
        }
        assertThat(sent).isLessThanOrEqualTo(perSecond * elapsed / 1000);
    }

    @Test
    void aLongRestIsNotMadeUpFor() {
        assertThat(idle(Duration.ofHours(1)).allowance(500)).isEqualTo(500);
    }

    @Property
    void everyCustomerHasAnEventIdOfItsOwnForEachPromotion(
            @ForAll @LongRange(min = 1, max = 1_000) long promotion,
            @ForAll @LongRange(min = 1, max = 1_000) long other,
            @ForAll @IntRange(min = 1) int customer,
            @ForAll @IntRange(min = 1) int another) {
        boolean same = promotion == other && customer == another;

        assertThat(run(promotion).eventId(customer).equals(run(other).eventId(another)))
                .isEqualTo(same);
    }

    private static RescoreRun run(long promotionId) {
        return new RescoreRun(
                promotionId, "m2", CUSTOMERS, 1, 0, 0, Duration.ZERO, false, null, Duration.ZERO, CUSTOMERS);
    }

    private static RescoreRun idle(Duration idle) {
        return new RescoreRun(1, "m2", CUSTOMERS, 1, 0, 0, idle, false, null, Duration.ZERO, CUSTOMERS);
    }

    private static RescoreRun counted(@Nullable Long remaining, Duration unchanged, long remainingBefore) {
        return new RescoreRun(
                1, "m2", CUSTOMERS, 1, 9, CUSTOMERS, Duration.ZERO, true, remaining, unchanged, remainingBefore);
    }
}
