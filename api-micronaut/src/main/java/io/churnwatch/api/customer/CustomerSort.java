package io.churnwatch.api.customer;

import java.util.Locale;

/** In which order customers are listed. */
enum CustomerSort {
    /** Highest probability first, unscored last; equal ones by customer id. */
    RISK,
    CUSTOMER_ID;

    /** As the query parameter names it. */
    String parameter() {
        return name().toLowerCase(Locale.ROOT);
    }
}
