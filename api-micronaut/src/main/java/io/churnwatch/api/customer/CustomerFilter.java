package io.churnwatch.api.customer;

import io.churnwatch.api.database.Sql;
import io.churnwatch.risk.RiskBand;
import org.jspecify.annotations.Nullable;

/**
 * The conditions of a list of customers.
 *
 * @param search a surname prefix in any case, or an exact customer id
 * @param exited those who have left, those who have not, or both where it is null
 */
record CustomerFilter(
        @Nullable String search,
        @Nullable String geography,
        @Nullable RiskBand band,
        @Nullable Boolean exited) {

    /** Adds the conditions on {@code customer_churn c}. */
    void appendTo(Sql query) {
        if (geography != null) {
            query.append("AND c.geography = ?", geography);
        }
        if (exited != null) {
            query.append(exited ? "AND c.exited" : "AND c.exited IS NOT TRUE");
        }
        if (search != null && !search.isBlank()) {
            appendSearch(query, search.strip());
        }
    }

    private static void appendSearch(Sql query, String search) {
        if (search.chars().allMatch(c -> c >= '0' && c <= '9')) {
            query.append("AND c.customer_id = ?::numeric", search); // numeric: more digits than an id has find nothing
        } else {
            query.append("AND lower(c.surname) LIKE lower(?)", likePrefix(search));
        }
    }

    private static String likePrefix(String text) {
        return text.replaceAll("([\\\\%_])", "\\\\$1") + "%";
    }
}
