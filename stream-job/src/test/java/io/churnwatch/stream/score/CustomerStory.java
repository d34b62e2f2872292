package io.churnwatch.stream.score;

import static io.churnwatch.feed.CustomerFixture.MORNING;
import static io.churnwatch.feed.CustomerFixture.leavingCustomer;
import static io.churnwatch.feed.CustomerFixture.loyalCustomer;
import static io.churnwatch.feed.CustomerFixture.only;
import static io.churnwatch.feed.CustomerFixture.patch;
import static io.churnwatch.feed.CustomerFixture.upsert;

import io.churnwatch.feed.AttributeValue;
import io.churnwatch.feed.CustomerProfile;
import io.churnwatch.feed.CustomerUpdate;
import io.churnwatch.feed.ProfileField;
import io.churnwatch.feed.UpdateOp;
import io.churnwatch.model.AlertConfig;
import io.churnwatch.model.ControlMessage;
import io.churnwatch.model.IncreaseUnit;
import java.time.Instant;
import java.util.List;

/**
 * Four customers whose stories are cut in two by an upgrade. What has been told stays as it is: snapshots of earlier
 * versions were taken after {@link #FIRST_PART}.
 */
final class CustomerStory {
    /** High risk, and alerted. */
    static final int ALERTED = 1;

    /** With extra attributes, set by different updates. */
    static final int WITH_ATTRIBUTES = 2;

    static final int ERASED = 3;

    /** Has sent events that were refused. */
    static final int LATE = 4;

    /** HIGH_RISK is re-armed by half a minute's cooldown alone. */
    static final ControlMessage CONFIG =
            ControlMessage.of(new AlertConfig(2, true, 0.7, 1_000, IncreaseUnit.RELATIVE, 0, 0.7, 30, MORNING));

    static final List<CustomerUpdate> FIRST_PART = List.of(
            upsert("alerted-1", ALERTED, at(0), leavingCustomer()),
            upsert("alerted-2", ALERTED, at(10), loyalCustomer()),
            upsert("alerted-3", ALERTED, at(20), leavingCustomer()),
            upsert("attributes-1", WITH_ATTRIBUTES, at(1), with("segment", AttributeValue.of("gold"))),
            patch("attributes-2", WITH_ATTRIBUTES, at(11), attribute("logins_per_week", AttributeValue.of(2.5))),
            upsert("erased-1", ERASED, at(2), loyalCustomer()),
            erase("erased-2", ERASED, at(12)),
            upsert("late-1", LATE, at(5), loyalCustomer()),
            patch("late-2", LATE, at(15), only(ProfileField.AGE, 61)),
            patch("late-3", LATE, at(14), only(ProfileField.AGE, 60)));

    static final List<CustomerUpdate> SECOND_PART = List.of(
            upsert("alerted-4", ALERTED, at(25), loyalCustomer()),
            upsert("alerted-5", ALERTED, at(29), leavingCustomer()),
            upsert("alerted-6", ALERTED, at(30), loyalCustomer()),
            upsert("alerted-7", ALERTED, at(31), leavingCustomer()),
            patch("attributes-3", WITH_ATTRIBUTES, at(9), attribute("logins_per_week", AttributeValue.of(1))),
            patch("attributes-4", WITH_ATTRIBUTES, at(31), attribute("segment", AttributeValue.of("silver"))),
            upsert("erased-3", ERASED, at(32), loyalCustomer()),
            patch("late-2", LATE, at(15), only(ProfileField.AGE, 61)),
            patch("late-3", LATE, at(14), only(ProfileField.AGE, 60)),
            patch("late-4", LATE, at(14), only(ProfileField.AGE, 59)),
            patch("late-5", LATE, at(14), only(ProfileField.BALANCE, 90_000.0)),
            new CustomerUpdate("alerted-8", ALERTED, at(50), UpdateOp.RESCORE, "churnwatch", CustomerProfile.UNKNOWN));

    private static Instant at(int seconds) {
        return MORNING.plusSeconds(seconds);
    }

    private static CustomerUpdate erase(String eventId, long customerId, Instant at) {
        return new CustomerUpdate(eventId, customerId, at, UpdateOp.DELETE, "core-banking", CustomerProfile.UNKNOWN);
    }

    private static CustomerProfile with(String name, AttributeValue value) {
        return loyalCustomer().toBuilder().attribute(name, value).build();
    }

    private static CustomerProfile attribute(String name, AttributeValue value) {
        return CustomerProfile.UNKNOWN.toBuilder().attribute(name, value).build();
    }

    private CustomerStory() {}
}
