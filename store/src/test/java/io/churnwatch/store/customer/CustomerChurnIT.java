package io.churnwatch.store.customer;

import static org.assertj.core.api.Assertions.assertThat;

import io.churnwatch.Topics;
import io.churnwatch.feed.AttributeValue;
import io.churnwatch.feed.CustomerFixture;
import io.churnwatch.feed.CustomerProfile;
import io.churnwatch.feed.CustomerUpdateJson;
import io.churnwatch.store.StoreDatabase;
import io.churnwatch.store.outbox.Outbox;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@SuppressWarnings("NullAway.Init")
class CustomerChurnIT {
    private static StoreDatabase database;
    private Handle handle;

    @BeforeAll
    static void start() {
        database = new StoreDatabase();
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @BeforeEach
    void connect() {
        database.execute("TRUNCATE customer_churn, outbox CASCADE");
        handle = database.open();
    }

    @AfterEach
    void disconnect() {
        handle.close();
    }

    @Test
    void onlyWhatIsNewOrDiffersIsWrittenWithAnUpdateEach() {
        CustomerProfile loyal = CustomerFixture.loyalCustomer();
        CustomerProfile leaving = CustomerFixture.leavingCustomer();
        assertThat(CustomerChurn.isEmpty(handle)).isTrue();

        assertThat(load("first-", Map.of(1L, loyal, 2L, leaving))).isEqualTo(2);
        assertThat(load("second-", Map.of(1L, loyal, 2L, loyal))).isEqualTo(1);

        assertThat(CustomerChurn.profiles(handle)).isEqualTo(Map.of(1L, loyal, 2L, loyal));
        assertThat(CustomerChurn.isEmpty(handle)).isFalse();
        assertThat(CustomerChurn.count(handle)).isEqualTo(new CustomerChurn.Count(2, 0));
        assertThat(database.text(
                        "SELECT string_agg(event_id, ' ' ORDER BY event_id) FROM outbox WHERE key IN ('1', '2')"))
                .isEqualTo("first-1 first-2 second-2");
        assertThat(Outbox.contains(handle, Topics.CUSTOMER_UPDATES, "second-")).isTrue();
        assertThat(Outbox.contains(handle, Topics.CUSTOMER_UPDATES, "third-")).isFalse();
        assertThat(Outbox.contains(handle, Topics.CONTROL, "second-")).isFalse();
    }

    @Test
    void attributesAreStoredBesideTheColumns() {
        CustomerProfile profile = CustomerFixture.loyalCustomer().toBuilder()
                .attribute("logins", AttributeValue.of(2.5))
                .build();

        load("first-", Map.of(1L, profile));

        assertThat(database.text("SELECT attributes FROM customer_churn")).isEqualTo("{\"logins\": 2.5}");
    }

    private int load(String eventIds, Map<Long, CustomerProfile> customers) {
        return handle.inTransaction(transaction -> {
            try (IncomingCustomers incoming = IncomingCustomers.create(transaction)) {
                customers.forEach((id, profile) -> incoming.add(
                        id,
                        profile,
                        CustomerUpdateJson.write(
                                CustomerFixture.upsert(eventIds + id, id, CustomerFixture.MORNING, profile))));
                return incoming.merge();
            }
        });
    }
}
