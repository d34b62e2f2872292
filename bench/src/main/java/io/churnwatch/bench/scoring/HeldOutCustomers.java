package io.churnwatch.bench.scoring;

import io.churnwatch.feed.CustomerProfile;
import io.churnwatch.feed.InvalidUpdateException;
import io.churnwatch.feed.ProfileField;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The customers that a training kept back, as it wrote them to {@code scores.csv}. */
final class HeldOutCustomers {
    private static final String SCORE = "probability";

    /**
     * Reads the customers of whom every field is known: the baselines replace no missing value.
     *
     * @param lines of the file, its header first; no cell is quoted
     */
    static List<CustomerProfile> read(Stream<String> lines) {
        List<List<String>> rows =
                lines.map(line -> List.of(line.split(",", -1))).toList();
        List<String> header = rows.get(0);
        return rows.stream()
                .skip(1)
                .filter(cells -> !cells.contains(""))
                .map(cells -> customer(header, cells))
                .toList();
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
