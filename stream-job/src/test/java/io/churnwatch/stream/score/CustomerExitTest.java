package io.churnwatch.stream.score;

import static io.churnwatch.feed.CustomerFixture.MORNING;
import static io.churnwatch.feed.CustomerFixture.loyalCustomer;
import static io.churnwatch.feed.CustomerFixture.only;
import static io.churnwatch.feed.CustomerFixture.patch;
import static io.churnwatch.feed.CustomerFixture.upsert;
import static org.assertj.core.api.Assertions.assertThat;

import io.churnwatch.feed.CustomerProfile;
import io.churnwatch.feed.CustomerUpdate;
import io.churnwatch.feed.ProfileField;
import io.churnwatch.feed.UpdateOp;
import io.churnwatch.model.AlertConfig;
import io.churnwatch.model.IncreaseUnit;
import io.churnwatch.model.ModelPointer;
import io.churnwatch.model.ModelRole;
import io.churnwatch.stream.config.ScoringConfig;
import io.churnwatch.stream.feed.FeedEvent;
import io.churnwatch.stream.feed.FeedRecord;
import io.churnwatch.stream.version.VersionsInForce;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which events say that a customer left. */
class CustomerExitTest {
    private static final int CUSTOMER = 7;
    private static final VersionsInForce VERSIONS = new VersionsInForce(
            new ModelPointer(ModelRole.CHAMPION, "m-1", "0".repeat(64), MORNING),
            new AgeModel(1),
            new AlertConfig(1, true, 0.7, 20, IncreaseUnit.RELATIVE, 0.2, 0.05, 0, MORNING),
            null);

    private final EventRules scoring = new EventRules(ScoringConfig.DEFAULT);
    private CustomerState state = CustomerState.UNSEEN;

    @Test
    void aProfileThatTurnsToExitedIsAnExitOnce() {
        assertThat(isExit(upsert("e-1", CUSTOMER, at(1), exited(false)))).isFalse();
        assertThat(isExit(patch("e-2", CUSTOMER, at(2), only(ProfileField.AGE, 50))))
                .isFalse();
        assertThat(isExit(patch("e-3", CUSTOMER, at(3), only(ProfileField.EXITED, true))))
                .isTrue();
        assertThat(isExit(upsert("e-4", CUSTOMER, at(4), exited(true)))).isFalse();
        assertThat(isExit(patch("e-5", CUSTOMER, at(5), only(ProfileField.AGE, 51))))
                .isFalse();
        assertThat(isExit(new CustomerUpdate(
                        "e-6", CUSTOMER, at(6), UpdateOp.RESCORE, "churnwatch", CustomerProfile.UNKNOWN)))
                .isFalse();
    }

    @Test
    void whoeverComesBackCanLeaveAgain() {
        isExit(upsert("e-1", CUSTOMER, at(1), exited(null)));
        assertThat(isExit(upsert("e-2", CUSTOMER, at(2), exited(true)))).isTrue();
        assertThat(isExit(upsert("e-3", CUSTOMER, at(3), exited(false)))).isFalse();
        assertThat(isExit(upsert("e-4", CUSTOMER, at(4), exited(true)))).isTrue();
    }

    @Test
    void aCustomerWhoComesToUsAsOneWhoHasLeftIsNoExit() {
        assertThat(isExit(upsert("e-1", CUSTOMER, at(1), exited(true)))).isFalse();
        assertThat(isExit(upsert("e-2", CUSTOMER, at(2), exited(true)))).isFalse();
    }

    @Test
    void anExitThatSomethingNewerHasTakenBackIsNone() {
        isExit(upsert("e-1", CUSTOMER, at(1), exited(false)));
        isExit(patch("e-2", CUSTOMER, at(9), only(ProfileField.EXITED, false)));
        CustomerProfile late = only(ProfileField.EXITED, true).toBuilder()
                .set(ProfileField.AGE, 50)
                .build();

        assertThat(isExit(patch("e-3", CUSTOMER, at(5), late))).isFalse();
    }

    private boolean isExit(CustomerUpdate update) {
        FeedRecord record = new FeedRecord(new byte[0], update.occurredAt(), 0, 0);
        Verdict.Accepted accepted =
                (Verdict.Accepted) scoring.judge(state, new FeedEvent(update, record), VERSIONS, MORNING);
        state = accepted.state();
        return accepted.result().result().exit();
    }

    private static CustomerProfile exited(@Nullable Boolean exited) {
        return loyalCustomer().toBuilder().set(ProfileField.EXITED, exited).build();
    }

    private static Instant at(int seconds) {
        return MORNING.plusSeconds(seconds);
    }
}
