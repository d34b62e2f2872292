package io.churnwatch.stream.score;

import static io.churnwatch.feed.CustomerFixture.MORNING;
import static io.churnwatch.feed.CustomerFixture.loyalCustomer;
import static org.assertj.core.api.Assertions.assertThat;

import io.churnwatch.feed.AttributeValue;
import io.churnwatch.feed.CustomerProfile;
import io.churnwatch.feed.CustomerUpdate;
import io.churnwatch.feed.ProfileField;
import io.churnwatch.feed.UpdateOp;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ProfileMergeTest {
    @Property
    void theProfileDoesNotDependOnTheOrderOfArrival(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 12) int updates) {
        Random random = new Random(seed);
        List<CustomerUpdate> inOrder = new ArrayList<>();
        for (int i = 0; i < updates; i++) {
            inOrder.add(randomUpdate(random, i));
        }
        List<CustomerUpdate> shuffled = new ArrayList<>(inOrder);
        Collections.shuffle(shuffled, random);

        assertThat(mergeAll(shuffled)).isEqualTo(mergeAll(inOrder));
    }

    @Test
    void anUpsertMakesUnknownWhatItDoesNotName() {
        CustomerProfile before = loyalCustomer().toBuilder()
                .attribute("segment", AttributeValue.of("gold"))
                .build();
        CustomerProfile onlyAge =
                new CustomerProfile.Builder().set(ProfileField.AGE, 39).build();

        CustomerProfile after =
                mergeAll(List.of(update("a", 0, UpdateOp.UPSERT, before), update("b", 1, UpdateOp.UPSERT, onlyAge)));

        assertThat(after).isEqualTo(onlyAge);
    }

    @Test
    void atTheSameInstantTheGreaterEventIdWins() {
        CustomerProfile forty =
                new CustomerProfile.Builder().set(ProfileField.AGE, 40).build();
        CustomerProfile fifty =
                new CustomerProfile.Builder().set(ProfileField.AGE, 50).build();

        assertThat(mergeAll(List.of(update("b", 0, UpdateOp.PATCH, fifty), update("a", 0, UpdateOp.PATCH, forty)))
                        .age())
                .isEqualTo(50);
    }

    @Test
    void stampsAreKeptOnce() {
        FieldStamps stamps = ProfileMerge.merge(
                        CustomerProfile.UNKNOWN, FieldStamps.NONE, update("a", 0, UpdateOp.UPSERT, loyalCustomer()))
                .stamps();

        assertThat(stamps.distinct()).hasSize(1);
    }

    @Test
    void attributesThatComeAndGoLeaveNothingBehind() {
        List<CustomerUpdate> updates = new ArrayList<>();
        for (int day = 0; day < 100; day++) {
            CustomerProfile named = CustomerProfile.UNKNOWN.toBuilder()
                    .attribute("payments_of_day_" + day, AttributeValue.of(day))
                    .build();
            updates.add(update("u-" + day, day, UpdateOp.UPSERT, named));
            updates.add(update("late-" + day, day - 1, UpdateOp.PATCH, named));
        }

        ProfileMerge.Result merged = merge(updates);

        assertThat(merged.profile().attributes()).containsOnlyKeys("payments_of_day_99");
        assertThat(merged.stamps().ofAttribute()).containsOnlyKeys("payments_of_day_99");
    }

    private static CustomerProfile mergeAll(List<CustomerUpdate> updates) {
        return merge(updates).profile();
    }

    private static ProfileMerge.Result merge(List<CustomerUpdate> updates) {
        ProfileMerge.Result merged = ProfileMerge.unchanged(CustomerProfile.UNKNOWN, FieldStamps.NONE);
        for (CustomerUpdate update : updates) {
            merged = ProfileMerge.merge(merged.profile(), merged.stamps(), update);
        }
        return merged;
    }

    private static CustomerUpdate randomUpdate(Random random, int number) {
        CustomerProfile.Builder profile = new CustomerProfile.Builder();
        if (random.nextBoolean()) {
            profile.set(ProfileField.AGE, 18 + random.nextInt(60));
        }
        if (random.nextBoolean()) {
            profile.set(ProfileField.BALANCE, 1.0 * random.nextInt(1000));
        }
        if (random.nextBoolean()) {
            profile.attribute("segment_" + random.nextInt(3), AttributeValue.of("s" + random.nextInt(9)));
        }
        UpdateOp op = random.nextInt(4) == 0 ? UpdateOp.UPSERT : UpdateOp.PATCH;
        return update("e-" + number, random.nextInt(5), op, profile.build());
    }

    private static CustomerUpdate update(String id, int second, UpdateOp op, CustomerProfile profile) {
        return new CustomerUpdate(id, 7, MORNING.plusSeconds(second), op, "core-banking", profile);
    }
}
