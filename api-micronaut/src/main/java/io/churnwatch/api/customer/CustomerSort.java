package io.churnwatch.api.customer;

import java.util.Locale;

/** The order of a list of customers. */
enum CustomerSort {
    /** Highest probability first, unscored last; equal ones by customer id. */
    RISK,
    CUSTOMER_ID;

    /** Returns its name in the query. */
    String parameter() {
        return name().toLowerCase(Locale.ROOT);
    }
}
