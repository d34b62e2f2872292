package io.churnwatch.store.customer;

import io.churnwatch.Topics;
import io.churnwatch.feed.CustomerProfile;
import io.churnwatch.feed.ProfileField;
import io.churnwatch.store.outbox.Outbox;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.result.RowView;

/** The table {@code customer_churn}: the bank's customers, loaded from files and read as profiles. */
public final class CustomerChurn {
    private static final String PROFILE =
            Stream.of(ProfileField.values()).map(ProfileField::column).collect(Collectors.joining(", "));
    static final String COLUMNS = "customer_id, " + PROFILE + ", attributes";

    /** How many customers there are, and how many of them have a score. */
    public record Count(long customers, long scored) {}

    public static Count count(Handle handle) {
        return handle.createQuery("""
                        SELECT (SELECT count(*) FROM customer_churn) AS customers,
                               (SELECT count(*) FROM customer_risk) AS scored""").map(ConstructorMapper.of(Count.class)).one();
    }

    public static boolean isEmpty(Handle handle) {
        return handle.createQuery("SELECT NOT EXISTS (SELECT 1 FROM customer_churn)")
                .mapTo(Boolean.class)
                .one();
    }

    /** Returns all profiles by customer, without the bank's own attributes; ordered by id. */
    public static Map<Long, CustomerProfile> profiles(Handle handle) {
        return handle.createQuery("SELECT customer_id, " + PROFILE + " FROM customer_churn ORDER BY customer_id")
                .reduceRows(new LinkedHashMap<>(), (profiles, row) -> {
                    profiles.put(row.getColumn("customer_id", Long.class), profile(row));
                    return profiles;
                });
    }

    private static CustomerProfile profile(RowView row) {
        CustomerProfile.Builder profile = new CustomerProfile.Builder();
        for (ProfileField field : ProfileField.values()) {
            Object value = row.getColumn(field.column(), Object.class);
            profile.set(field, value instanceof BigDecimal amount ? Double.valueOf(amount.doubleValue()) : value);
        }
        return profile.build();
    }

    /**
     * Writes the new and changed ones of the incoming customers, with one update each for the feed.
     *
     * @return how many those are
     */
    static int merge(Handle handle) {
        handle.execute("DELETE FROM incoming USING customer_churn known"
                + " WHERE known.customer_id = incoming.customer_id"
                + " AND (" + qualified("known") + ") IS NOT DISTINCT FROM (" + qualified("incoming") + ")");
        handle.execute("INSERT INTO customer_churn (" + COLUMNS + ") SELECT " + COLUMNS + " FROM incoming"
                + " ON CONFLICT (customer_id) DO UPDATE SET (" + COLUMNS + ") = (" + qualified("excluded") + ")");
        return Outbox.appendAll(handle, Topics.CUSTOMER_UPDATES, "incoming");
    }

    private static String qualified(String table) {
        return Stream.of(COLUMNS.split(", ", -1))
                .map(column -> table + "." + column)
                .collect(Collectors.joining(", "));
    }

    private CustomerChurn() {}
}
