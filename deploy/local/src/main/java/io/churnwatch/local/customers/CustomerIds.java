package io.churnwatch.local.customers;

import io.churnwatch.feed.CustomerUpdate;
import io.churnwatch.feed.InvalidUpdateException;
import io.churnwatch.feed.ProfileField;
import io.churnwatch.feed.RejectionReason;
import java.math.BigDecimal;

/** The column of a file that names the customer of a row. */
public final class CustomerIds {
    public static final String COLUMN = "customer_id";

    /** In any spelling: {@code CustomerId}, {@code customer_id}. */
    public static boolean isNamed(String title) {
        return ProfileField.fold(title.strip()).equals(ProfileField.fold(COLUMN));
    }

    public static long parse(String cell) throws InvalidUpdateException {
        try {
            long id = new BigDecimal(cell.strip()).longValueExact();
            if (CustomerUpdate.isCustomerId(id)) {
                return id;
            }
        } catch (NumberFormatException | ArithmeticException e) {
            // reported below, together with an id out of range
        }
        throw new InvalidUpdateException(
                RejectionReason.OUT_OF_RANGE,
                COLUMN,
                "must be a whole number from 1 to " + CustomerUpdate.CUSTOMER_ID_MAX + ", not '" + cell.strip() + "'");
    }

    private CustomerIds() {}
}
