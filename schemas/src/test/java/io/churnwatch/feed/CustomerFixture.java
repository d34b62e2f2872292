package io.churnwatch.feed;

import java.time.Instant;
import java.util.Map;

/** Customers that the tests of every module speak of. */
public final class CustomerFixture {
    public static final Instant MORNING = Instant.parse("2026-11-22T10:15:30.123Z");

    /** Middle-aged, active, two products: models score such customers low. */
    public static CustomerProfile loyalCustomer() {
        return new CustomerProfile(
                1, "Hill", 712, "France", "Male", 38, 7, 0.0, 2, true, true, 84_000.0, false, Map.of());
    }

    /** Older, German, inactive, three products: models score such customers high. */
    public static CustomerProfile leavingCustomer() {
        return new CustomerProfile(
                2, "Obinna", 540, "Germany", "Female", 52, 2, 118_300.5, 3, true, false, 61_000.25, false, Map.of());
    }

    /** A PATCH that changes what the builder sets. */
    public static CustomerUpdate patch(String eventId, long customerId, Instant occurredAt, CustomerProfile changes) {
        return new CustomerUpdate(eventId, customerId, occurredAt, UpdateOp.PATCH, "core-banking", changes);
    }

    /** An UPSERT of a whole profile. */
    public static CustomerUpdate upsert(String eventId, long customerId, Instant occurredAt, CustomerProfile profile) {
        return new CustomerUpdate(eventId, customerId, occurredAt, UpdateOp.UPSERT, "core-banking", profile);
    }

    /** A profile with one field set. */
    public static CustomerProfile only(ProfileField field, Object value) {
        return new CustomerProfile.Builder().set(field, value).build();
    }

    private CustomerFixture() {}
}
