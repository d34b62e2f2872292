package io.churnwatch.verify;

import io.churnwatch.feed.CustomerFixture;
import io.churnwatch.feed.CustomerProfile;
import io.churnwatch.feed.CustomerUpdate;
import io.churnwatch.feed.CustomerUpdateJson;
import io.churnwatch.feed.ProfileField;
import io.churnwatch.feed.UpdateOp;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A seeded feed with everything that goes wrong in real ones: repeats, late and superseded events, ids that are not unique, junk,
 * strangers, customers who leave and come back.
 */
final class RoughFeed {
    private static final int CUSTOMERS = 300;
    private static final int ERASED_MODULO = 97;

    private final Random random;
    private final Instant start;
    private final List<CustomerUpdate> sent = new ArrayList<>();
    private int number;

    /** A record to be: the key is the customer's. */
    record Message(long customerId, byte[] value) {}

    RoughFeed(long seed, Instant start) {
        this.random = new Random(seed);
        this.start = start;
    }

    Message next() {
        number++;
        if (number <= CUSTOMERS) {
            return message(update(number, UpdateOp.UPSERT, profile()));
        }
        int dice = random.nextInt(1000);
        if (dice < 20) {
            return message(sent.get(sent.size() - 1 - random.nextInt(Math.min(20, sent.size()))));
        }
        if (dice < 25) {
            return new Message(customer(), "{\"event_id\":".getBytes(StandardCharsets.UTF_8));
        }
        if (dice < 30) {
            return message(update(CUSTOMERS + customer(), UpdateOp.PATCH, change()));
        }
        if (dice < 60) {
            return message(update(customer(), UpdateOp.UPSERT, profile()));
        }
        if (dice < 70) {
            return message(update(customer(), UpdateOp.RESCORE, CustomerProfile.UNKNOWN));
        }
        if (dice < 71) {
            return message(update(ERASED_MODULO * (1L + random.nextInt(3)), UpdateOp.DELETE, CustomerProfile.UNKNOWN));
        }
        return message(update(customer(), UpdateOp.PATCH, change()));
    }

    private Message message(CustomerUpdate update) {
        sent.add(update);
        return new Message(update.customerId(), CustomerUpdateJson.write(update));
    }

    private int customer() {
        return 1 + random.nextInt(CUSTOMERS);
    }

    private CustomerUpdate update(long customerId, UpdateOp op, CustomerProfile profile) {
        boolean late = random.nextInt(20) == 0;
        Instant occurredAt = start.plusMillis(number * 2L - (late ? random.nextInt(5000) : 0));
        return new CustomerUpdate(eventId(), customerId, occurredAt, op, "core-banking", profile);
    }

    /** Of every fiftieth event an id that others have as well, of other customers mostly. */
    private String eventId() {
        return number % 50 == 0 ? "n-" + number / 500 : "e-" + number;
    }

    private CustomerProfile profile() {
        CustomerProfile base =
                random.nextInt(4) == 0 ? CustomerFixture.leavingCustomer() : CustomerFixture.loyalCustomer();
        return base.toBuilder().set(ProfileField.AGE, 18 + random.nextInt(70)).build();
    }

    private CustomerProfile change() {
        if (random.nextInt(50) == 0) {
            return CustomerFixture.only(ProfileField.EXITED, random.nextInt(3) > 0);
        }
        return switch (random.nextInt(4)) {
            case 0 -> CustomerFixture.only(ProfileField.BALANCE, random.nextInt(20_000_000) / 100.0);
            case 1 -> CustomerFixture.only(ProfileField.IS_ACTIVE_MEMBER, random.nextBoolean());
            case 2 -> CustomerFixture.only(ProfileField.NUM_OF_PRODUCTS, 1 + random.nextInt(4));
            default -> CustomerFixture.only(ProfileField.AGE, 18 + random.nextInt(70));
        };
    }
}
