package io.churnwatch.stream.score;

import static io.churnwatch.feed.CustomerFixture.MORNING;
import static io.churnwatch.feed.CustomerFixture.leavingCustomer;
import static io.churnwatch.feed.CustomerFixture.loyalCustomer;
import static io.churnwatch.feed.CustomerFixture.only;
import static io.churnwatch.feed.CustomerFixture.patch;
import static io.churnwatch.feed.CustomerFixture.upsert;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.churnwatch.feed.CustomerProfile;
import io.churnwatch.feed.CustomerUpdate;
import io.churnwatch.feed.ProfileField;
import io.churnwatch.feed.RejectionReason;
import io.churnwatch.feed.UpdateOp;
import io.churnwatch.model.AlertConfig;
import io.churnwatch.model.ControlMessage;
import io.churnwatch.model.IncreaseUnit;
import io.churnwatch.model.ModelPointer;
import io.churnwatch.model.ModelRole;
import io.churnwatch.scoring.Features;
import io.churnwatch.stream.SmallForestRegistry;
import io.churnwatch.stream.feed.DeadLetter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ScoreCustomerTest {
    private static final int CUSTOMER = 7;

    private ScoreCustomerHarness harness;

    @BeforeEach
    void open() throws Exception {
        harness = ScoreCustomerHarness.open(new SmallForestRegistry());
    }

    @AfterEach
    void close() {
        harness.close();
    }

    @Test
    void everyCustomerHasAChainOfItsOwn() throws Exception {
        send(upsert("a-1", 1, MORNING, loyalCustomer()));
        send(upsert("b-1", 2, MORNING, leavingCustomer()));
        send(patch("a-2", 1, MORNING.plusSeconds(1), only(ProfileField.IS_ACTIVE_MEMBER, false)));

        assertThat(results())
                .extracting(result -> result.score().turn().sequence())
                .containsExactly(1L, 1L, 2L);
        assertThat(results().get(2).score().previousProbability())
                .isEqualTo(results().get(0).score().probability());
    }

    @Test
    void theScoreIsThatOfTheModel() throws Exception {
        send(upsert("e-1", CUSTOMER, MORNING, loyalCustomer()));

        assertThat(results().get(0).score().probability())
                .isEqualTo(SmallForestRegistry.model().score(Features.of(loyalCustomer())));
    }

    @Test
    void theChainGoesOnAfterARestoreAndKnowsRepeatedEvents() throws Exception {
        send(upsert("e-1", CUSTOMER, MORNING, loyalCustomer()));
        OperatorSubtaskState checkpoint = harness.checkpoint();
        double before = results().get(0).score().probability();
        harness.close();

        harness = ScoreCustomerHarness.restore(new SmallForestRegistry(), checkpoint);
        send(upsert("e-1", CUSTOMER, MORNING, loyalCustomer()));
        send(patch("e-2", CUSTOMER, MORNING.plusSeconds(1), only(ProfileField.AGE, 60)));

        assertThat(results()).hasSize(1);
        assertThat(results().get(0).score().turn().sequence()).isEqualTo(2);
        assertThat(results().get(0).score().previousProbability()).isEqualTo(before);
    }

    @Test
    void anEventIsJudgedByTheConfigurationOfItsLogTime() throws Exception {
        Instant change = MORNING.plusSeconds(10);
        harness.publish(
                ControlMessage.of(new AlertConfig(2, true, 0.01, 20, IncreaseUnit.RELATIVE, 0.2, 0.05, 0, change)));

        send(upsert("e-1", 1, MORNING.plusSeconds(9), loyalCustomer()));
        send(upsert("e-2", 2, MORNING.plusSeconds(10), loyalCustomer()));

        assertThat(results())
                .extracting(result -> result.score().versions().configVersion())
                .containsExactly(1L, 2L);
        assertThat(results().get(1).alert()).isNotNull();
    }

    @Test
    void aModelThatCannotBeFetchedFailsTheTaskInsteadOfScoringWithAnother() {
        ModelPointer missing =
                new ModelPointer(ModelRole.CHAMPION, "rf-missing", "ab".repeat(32), MORNING.plusSeconds(10));

        assertThatThrownBy(() -> {
                    harness.publish(ControlMessage.of(missing));
                    send(upsert("e-1", 1, MORNING.plusSeconds(11), loyalCustomer()));
                })
                .hasStackTraceContaining("rf-missing");
    }

    @Test
    void whatIsRefusedLeavesByTheSideOutputWithItsBytes() throws Exception {
        send(patch("e-1", CUSTOMER, MORNING, only(ProfileField.AGE, 60)));

        List<DeadLetter> letters = harness.refused();
        assertThat(letters).extracting(DeadLetter::reason).containsExactly(RejectionReason.UNKNOWN_CUSTOMER);
        assertThat(letters.get(0).record().value()).asString().isEqualTo("e-1");
    }

    @Test
    void nothingIsKeptOfAnErasureThatIsForgotten() throws Exception {
        send(upsert("e-1", CUSTOMER, MORNING, loyalCustomer()));
        send(erasure("e-2", MORNING.plusSeconds(1)));
        harness.watermark(MORNING.plus(30, ChronoUnit.DAYS));
        assertThat(harness.customers()).isEqualTo(1);

        harness.watermark(MORNING.plus(32, ChronoUnit.DAYS));
        assertThat(harness.customers()).isZero();
    }

    @Test
    void whoCameBackIsKeptWhenTheErasureIsForgotten() throws Exception {
        send(erasure("e-1", MORNING));
        send(upsert("e-2", CUSTOMER, MORNING.plus(30, ChronoUnit.DAYS).plusSeconds(1), loyalCustomer()));

        harness.watermark(MORNING.plus(32, ChronoUnit.DAYS));

        assertThat(harness.customers()).isEqualTo(1);
        assertThat(results()).hasSize(2);
    }

    private static CustomerUpdate erasure(String eventId, Instant at) {
        return new CustomerUpdate(eventId, CUSTOMER, at, UpdateOp.DELETE, "core-banking", CustomerProfile.UNKNOWN);
    }

    private List<CustomerResult> results() {
        return harness.results();
    }

    private void send(CustomerUpdate update) throws Exception {
        harness.send(update);
    }
}
