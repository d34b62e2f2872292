package io.churnwatch.stream.score;

import static io.churnwatch.feed.CustomerFixture.loyalCustomer;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CustomerStateTest {
    @Test
    void theLastScoreIsHandedToTheModelThatMadeItAndToNoOther() {
        CustomerState state = new CustomerState(
                loyalCustomer(),
                FieldStamps.NONE,
                3,
                0.25,
                "m-1",
                false,
                null,
                new long[] {42},
                RecentEvents.NONE,
                new double[0],
                CustomerState.UNSEEN.alerts(),
                null);

        assertThat(state.lastScoreBy("m-1").probability()).isEqualTo(0.25);
        assertThat(state.lastScoreBy("m-1").key()).containsExactly(42);
        assertThat(state.lastScoreBy("m-2").probability()).isNaN();
        assertThat(state.lastScoreBy("m-2").key()).isEmpty();
    }

    @Test
    void stateThatWasWrittenBeforeThereWereKeysHasAnEmptyOne() {
        CustomerState old = new CustomerState(
                loyalCustomer(),
                FieldStamps.NONE,
                3,
                0.25,
                "m-1",
                null,
                null,
                null,
                RecentEvents.NONE,
                new double[0],
                CustomerState.UNSEEN.alerts(),
                null);

        assertThat(old.lastScoreBy("m-1").key()).isEmpty();
    }
}
