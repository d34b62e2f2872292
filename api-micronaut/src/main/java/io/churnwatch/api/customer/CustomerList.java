package io.churnwatch.api.customer;

import io.churnwatch.api.database.DatabasePool;
import io.churnwatch.api.database.Sql;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Lists customers by keyset pages: the cost of a page does not grow with its number. */
@Singleton
final class CustomerList {
    private final DatabasePool database;

    CustomerList(DatabasePool database) {
        this.database = database;
    }

    CustomerPage page(CustomerFilter filter, CustomerSort sort, @Nullable Cursor after, int limit) {
        List<CustomerSummary> found = database.inSnapshot(handle -> find(handle, filter, sort, after, limit + 1));
        if (found.size() <= limit) {
            return new CustomerPage(found, null);
        }
        List<CustomerSummary> items = found.subList(0, limit);
        return new CustomerPage(items, Cursor.behind(sort, items.get(limit - 1)).encode());
    }

    private static List<CustomerSummary> find(
            Handle handle, CustomerFilter filter, CustomerSort sort, @Nullable Cursor after, int limit) {
        return switch (sort) {
            case CUSTOMER_ID -> byId(filter, after, limit).list(handle, CustomerSummary.class);
            case RISK -> findByRisk(handle, filter, after, limit);
        };
    }

    /** First the scored by their index, then the unscored by their id. */
    private static List<CustomerSummary> findByRisk(
            Handle handle, CustomerFilter filter, @Nullable Cursor after, int limit) {
        if (after != null && after.probability() == null) {
            return unscored(filter, after.customerId(), limit).list(handle, CustomerSummary.class);
        }
        List<CustomerSummary> found =
                new ArrayList<>(scored(filter, after, limit).list(handle, CustomerSummary.class));
        if (found.size() < limit && filter.band() == null) {
            found.addAll(unscored(filter, 0, limit - found.size()).list(handle, CustomerSummary.class));
        }
        return found;
    }

    private static Sql byId(CustomerFilter filter, @Nullable Cursor after, int limit) {
        Sql query = Sql.of("SELECT " + CustomerSummary.COLUMNS)
                .append("FROM customer_churn c LEFT JOIN customer_risk r USING (customer_id)")
                .append("WHERE c.customer_id > ?", after == null ? 0 : after.customerId());
        appendBand(query, filter);
        filter.appendTo(query);
        return query.append("ORDER BY c.customer_id LIMIT ?", limit);
    }

    private static Sql scored(CustomerFilter filter, @Nullable Cursor after, int limit) {
        Sql query = Sql.of("SELECT " + CustomerSummary.COLUMNS)
                .append("FROM customer_risk r JOIN customer_churn c USING (customer_id) WHERE true");
        if (after != null) {
            // The first condition alone bounds the index scan; OR at the top would not.
            query.append(
                    "AND r.probability <= ? AND (r.probability < ? OR r.customer_id > ?)",
                    after.probability(),
                    after.probability(),
                    after.customerId());
        }
        appendBand(query, filter);
        filter.appendTo(query);
        return query.append("ORDER BY r.probability DESC, r.customer_id LIMIT ?", limit);
    }

    private static Sql unscored(CustomerFilter filter, long afterCustomerId, int limit) {
        Sql query = Sql.of("SELECT " + CustomerSummary.COLUMNS)
                .append("FROM customer_churn c LEFT JOIN customer_risk r USING (customer_id)")
                .append("WHERE r.customer_id IS NULL AND c.customer_id > ?", afterCustomerId);
        filter.appendTo(query);
        return query.append("ORDER BY c.customer_id LIMIT ?", limit);
    }

    private static void appendBand(Sql query, CustomerFilter filter) {
        if (filter.band() != null) {
            query.append("AND r.band = ?", filter.band());
        }
    }
}
