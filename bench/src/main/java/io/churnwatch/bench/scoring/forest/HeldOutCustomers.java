package io.churnwatch.bench.scoring.forest;

import io.churnwatch.feed.CustomerProfile;
import io.churnwatch.feed.InvalidUpdateException;
import io.churnwatch.feed.ProfileField;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The customers that a training kept back, as it wrote them to {@code scores.csv}. */
public final class HeldOutCustomers {
    private static final String SCORE = "probability";

    /**
     * Reads the customers; every field of theirs is known in the sample that ships.
     *
     * @param lines of the file, its header first; no cell is quoted
     */
    public static List<CustomerProfile> read(List<String> lines) {
        List<String> header = cells(lines.get(0));
        return lines.stream().skip(1).map(line -> customer(header, cells(line))).toList();
    }

    private static List<String> cells(String line) {
        return List.of(line.split(",", -1));
    }

    private static CustomerProfile customer(List<String> header, List<String> cells) {
        CustomerProfile.Builder profile = new CustomerProfile.Builder();
        for (int i = 0; i < header.size(); i++) {
            if (!header.get(i).equals(SCORE)) {
                ProfileField field = ProfileField.named(header.get(i)).orElseThrow();
                profile.set(field, parse(field, cells.get(i)));
            }
        }
        return profile.build();
    }

    private static @Nullable Object parse(ProfileField field, String cell) {
        try {
            return field.parse(cell);
        } catch (InvalidUpdateException e) {
            throw new IllegalArgumentException("Not a customer that a training would keep: " + e.getMessage(), e);
        }
    }

    private HeldOutCustomers() {}
}
