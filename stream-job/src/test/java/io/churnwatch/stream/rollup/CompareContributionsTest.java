package io.churnwatch.stream.rollup;

import static io.churnwatch.stream.rollup.ResultFixture.TEN;
import static io.churnwatch.stream.rollup.ResultFixture.erased;
import static io.churnwatch.stream.rollup.ResultFixture.scored;
import static org.assertj.core.api.Assertions.assertThat;

import io.churnwatch.stream.score.CustomerResult;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CompareContributionsTest {
    private static final long MINUTE = TEN.toEpochMilli() / 60_000;
    private static final int CUSTOMER = 7;

    private RollupHarness<CustomerResult, RollupDelta> harness;

    @BeforeEach
    void open() throws Exception {
        harness = RollupHarness.ofComparison();
    }

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    @Test
    void aNewCustomerIsAddedInTheMinuteOfItsLogTime() throws Exception {
        harness.send(scored(CUSTOMER, "France", 0.12, 34.567, false, false), TEN.plusSeconds(59));

        assertThat(harness.take())
                .containsExactly(new RollupDelta("France", 2, MINUTE, new RiskSum(1, 0, 0, 120_000_000, 3_457)));
    }

    @Test
    void aScoreThatMovesWithinABinChangesOnlyWhatDiffers() throws Exception {
        send(scored(CUSTOMER, "France", 0.12, 10.0, false, false), scored(CUSTOMER, "France", 0.13, 10.0, true, false));

        assertThat(harness.take())
                .containsExactly(new RollupDelta("France", 2, MINUTE, new RiskSum(0, 0, 1, 10_000_000, 0)));
    }

    @Test
    void aCustomerWhoMovesIsTakenAwayThereAndAddedHere() throws Exception {
        send(scored(CUSTOMER, "France", 0.12, 10.0, false, false), scored(CUSTOMER, null, 0.12, 10.0, false, false));

        assertThat(harness.take())
                .containsExactly(
                        new RollupDelta("France", 2, MINUTE, new RiskSum(-1, 0, 0, -120_000_000, -1_000)),
                        new RollupDelta(null, 2, MINUTE, new RiskSum(1, 0, 0, 120_000_000, 1_000)));
    }

    @Test
    void whatIsScoredTheSameChangesNothing() throws Exception {
        send(scored(CUSTOMER, "France", 0.12), scored(CUSTOMER, "France", 0.12));

        assertThat(harness.take()).isEmpty();
    }

    @Test
    void aCustomerWhoLeftIsCountedButNotAtRisk() throws Exception {
        harness.send(scored(CUSTOMER, "France", 0.5, 10.0, false, true), TEN);

        assertThat(harness.take())
                .extracting(RollupDelta::change)
                .containsExactly(new RiskSum(1, 1, 0, 500_000_000, 0));
    }

    @Test
    void anErasedCustomerIsTakenAway() throws Exception {
        send(scored(CUSTOMER, "France", 0.5, null, false, false), erased(CUSTOMER));

        assertThat(harness.take())
                .isEqualTo(List.of(new RollupDelta("France", 10, MINUTE, new RiskSum(-1, 0, 0, -500_000_000, 0))));
    }

    private void send(CustomerResult before, CustomerResult result) throws Exception {
        harness.send(ResultFixture.from(before.after(), result), TEN);
    }
}
