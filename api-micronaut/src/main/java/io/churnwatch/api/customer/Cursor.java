package io.churnwatch.api.customer;

import io.churnwatch.api.error.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * The last customer of a page; the next page begins after it.
 *
 * @param probability null when the customer was unscored, or when the order does not need it
 */
record Cursor(CustomerSort sort, @Nullable Double probability, long customerId) {
    private static final String SEPARATOR = "~";

    static Cursor behind(CustomerSort sort, CustomerSummary last) {
        return new Cursor(sort, sort == CustomerSort.RISK ? last.probability() : null, last.customerId());
    }

    String encode() {
        String text = sort + SEPARATOR + (probability == null ? "" : probability) + SEPARATOR + customerId;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** Reads what {@link #encode} wrote, for a list in the same order. */
    static Cursor decode(String encoded, CustomerSort sort) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.US_ASCII);
            String[] parts = text.split(SEPARATOR, -1);
            if (parts.length == 3 && parts[0].equals(sort.name())) {
                return new Cursor(sort, parts[1].isEmpty() ? null : Double.valueOf(parts[1]), Long.parseLong(parts[2]));
            }
        } catch (IllegalArgumentException e) {
            // rejected below
        }
        throw ProblemException.invalid("/after", "must be the 'next' of a page with the sort " + sort.parameter());
    }
}
