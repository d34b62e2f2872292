package io.churnwatch.local.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.churnwatch.feed.CustomerFixture;
import io.churnwatch.feed.CustomerProfile;
import io.churnwatch.feed.CustomerUpdate;
import io.churnwatch.feed.CustomerUpdateJson;
import io.churnwatch.feed.InvalidUpdateException;
import io.churnwatch.feed.ProfileField;
import io.churnwatch.feed.UpdateOp;
import io.churnwatch.local.customers.Customer;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class FeedSimulatorTest {
    private static final Clock MORNING = Clock.fixed(CustomerFixture.MORNING, ZoneOffset.UTC);

    @Property(tries = 50)
    void everyUpdateIsValidAndKeyedByItsCustomer(@ForAll long seed) throws Exception {
        for (RawUpdate raw : take(300, simulator(FeedShares.ALL_GOOD, seed, "run"))) {
            CustomerUpdate update = CustomerUpdateJson.read(raw.value());

            assertThat(raw.key()).isEqualTo(Long.toString(update.customerId()));
            assertThat(raw.eventId()).contains(update.eventId());
        }
    }

    @Property(tries = 20)
    void theSameSeedGivesTheSameChangesUnderOtherEventIds(@ForAll long seed) throws Exception {
        FeedShares shares = new FeedShares(0.1, 0.1, 0);
        List<RawUpdate> one = take(200, simulator(shares, seed, "one"));
        List<RawUpdate> other = take(200, simulator(shares, seed, "other"));

        for (int i = 0; i < one.size(); i++) {
            CustomerUpdate left = CustomerUpdateJson.read(one.get(i).value());
            CustomerUpdate right = CustomerUpdateJson.read(other.get(i).value());
            assertThat(left.customerId()).isEqualTo(right.customerId());
            assertThat(left.profile()).isEqualTo(right.profile());
            assertThat(left.occurredAt()).isEqualTo(right.occurredAt());
            assertThat(left.eventId()).isNotEqualTo(right.eventId());
        }
    }

    @Test
    void mostUpdatesArePatches() throws Exception {
        int patches = 0;
        for (RawUpdate raw : take(1000, simulator(FeedShares.ALL_GOOD, 1, "run"))) {
            patches += CustomerUpdateJson.read(raw.value()).op() == UpdateOp.PATCH ? 1 : 0;
        }

        assertThat(patches).isGreaterThan(900);
    }

    @Test
    void duplicatesRepeatAnEventIdAndNothingElseDoes() {
        List<RawUpdate> all = take(1000, simulator(new FeedShares(0.2, 0, 0), 1, "run"));
        Set<String> ids = new HashSet<>();
        long repeated = all.stream()
                .filter(raw -> !ids.add(raw.eventId().orElseThrow()))
                .count();

        assertThat(repeated).isBetween(150L, 250L);
        assertThat(take(1000, simulator(FeedShares.ALL_GOOD, 1, "run")))
                .map(raw -> raw.eventId().orElseThrow())
                .doesNotHaveDuplicates();
    }

    @Test
    void lateUpdatesOccurredBeforeNow() throws Exception {
        int late = 0;
        for (RawUpdate raw : take(1000, simulator(new FeedShares(0, 0.3, 0), 1, "run"))) {
            late += CustomerUpdateJson.read(raw.value()).occurredAt().isBefore(CustomerFixture.MORNING) ? 1 : 0;
        }

        assertThat(late).isBetween(240, 360);
    }

    @Test
    void malformedUpdatesAreRefusedByTheDecoder() {
        List<RawUpdate> all = take(1000, simulator(new FeedShares(0, 0, 1), 1, "run"));

        assertThat(all).noneMatch(FeedSimulatorTest::isValid);
    }

    @Test
    void whoHasLeftIsHeardOfNoMore() throws Exception {
        FeedSimulator simulator = simulator(FeedShares.ALL_GOOD, 3, "run");
        Set<Long> gone = new HashSet<>();

        for (RawUpdate raw : take(50_000, simulator)) {
            CustomerUpdate update = CustomerUpdateJson.read(raw.value());
            assertThat(gone).doesNotContain(update.customerId());
            if (update.profile().hasExited()) {
                gone.add(update.customerId());
            }
        }
        assertThat(gone).hasSize(20);
        assertThat(simulator.next()).isEmpty();
    }

    @Test
    void aCustomerOfWhomNothingIsKnownLivesToo() throws Exception {
        FeedSimulator simulator = new FeedSimulator(
                List.of(new Customer(7, CustomerProfile.UNKNOWN)), FeedShares.ALL_GOOD, 1, "run", MORNING);

        for (RawUpdate raw : take(100, simulator)) {
            assertThat(ProfileField.BALANCE.of(
                            CustomerUpdateJson.read(raw.value()).profile()))
                    .isNull();
        }
    }

    private static FeedSimulator simulator(FeedShares shares, long seed, String runId) {
        List<Customer> customers = IntStream.rangeClosed(1, 20)
                .mapToObj(id -> new Customer(
                        id, id % 2 == 0 ? CustomerFixture.loyalCustomer() : CustomerFixture.leavingCustomer()))
                .toList();
        return new FeedSimulator(customers, shares, seed, runId, MORNING);
    }

    private static List<RawUpdate> take(int count, FeedSimulator simulator) {
        return Stream.generate(simulator::next)
                .limit(count)
                .takeWhile(Optional::isPresent)
                .map(Optional::get)
                .toList();
    }

    private static boolean isValid(RawUpdate raw) {
        try {
            CustomerUpdateJson.read(raw.value());
            return true;
        } catch (InvalidUpdateException e) {
            return false;
        }
    }
}
