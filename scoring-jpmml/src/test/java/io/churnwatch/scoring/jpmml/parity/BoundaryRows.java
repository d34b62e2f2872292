package io.churnwatch.scoring.jpmml.parity;

import io.churnwatch.feed.AttributeValue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Rows made of customers and boundary values: every field is one or the other by dice, the same dice for the same seed. */
final class BoundaryRows {
    private final List<Map<String, AttributeValue>> customers;
    private final Map<String, List<@Nullable AttributeValue>> boundaries;
    private final Random random;

    BoundaryRows(
            List<Map<String, AttributeValue>> customers,
            Map<String, List<@Nullable AttributeValue>> boundaries,
            long seed) {
        this.customers = customers;
        this.boundaries = boundaries;
        this.random = new Random(seed);
    }

    /** The next row; absent fields are missing. */
    Map<String, AttributeValue> next() {
        Map<String, AttributeValue> row = new HashMap<>(customers.get(random.nextInt(customers.size())));
        boolean odd = random.nextInt(4) == 0; // else most rows would be refused for one field or another
        boundaries.forEach((field, values) -> {
            int from = odd ? 0 : Math.min(ODDITIES, values.size() - 1);
            if (random.nextInt(odd ? 4 : 2) == 0) {
                put(row, field, values.get(from + random.nextInt(values.size() - from)));
            }
        });
        return row;
    }

    private static final int ODDITIES = 22;

    private static void put(Map<String, AttributeValue> row, String field, @Nullable AttributeValue value) {
        if (value == null) {
            row.remove(field);
        } else {
            row.put(field, value);
        }
    }
}
