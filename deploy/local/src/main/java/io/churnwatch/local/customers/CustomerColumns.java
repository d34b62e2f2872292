package io.churnwatch.local.customers;

import io.churnwatch.feed.AttributeValue;
import io.churnwatch.feed.CustomerProfile;
import io.churnwatch.feed.InvalidUpdateException;
import io.churnwatch.feed.ProfileField;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The columns of a file, by their names in any spelling. A column that is none of ours becomes an extra
 * feature: a bank with more columns than the original needs no code change.
 */
public record CustomerColumns(List<Column> columns) {
    public CustomerColumns {
        columns = List.copyOf(columns);
    }

    /** The meaning of one column: exactly one of the id, a field of the profile and an extra feature. */
    public record Column(String name, Optional<ProfileField> field) {
        boolean isId() {
            return name.equals(CustomerIds.COLUMN);
        }

        boolean isFeature() {
            return field.isEmpty() && !isId();
        }
    }

    public static CustomerColumns of(List<String> header) {
        return new CustomerColumns(header.stream().map(CustomerColumns::column).toList());
    }

    /** The columns that a file must have and this one lacks: the id, what a model learns from, and the outcome. */
    List<String> missing() {
        Set<String> present = columns.stream().map(Column::name).collect(Collectors.toSet());
        return Stream.concat(
                        Stream.of(CustomerIds.COLUMN),
                        Stream.concat(ProfileField.features().stream(), Stream.of(ProfileField.EXITED))
                                .map(ProfileField::column))
                .filter(name -> !present.contains(name))
                .toList();
    }

    /** Column names that appear twice. */
    List<String> repeated() {
        Set<Column> seen = new HashSet<>();
        return columns.stream()
                .filter(column -> !seen.add(column))
                .map(Column::name)
                .toList();
    }

    List<String> extraFeatures() {
        return columns.stream().filter(Column::isFeature).map(Column::name).toList();
    }

    /** Names of extra features that no update may have. */
    List<String> tooLongNames() {
        return extraFeatures().stream()
                .filter(name -> !AttributeValue.NAME.matcher(name).matches())
                .toList();
    }

    /** The customer of one row, which has as many cells as there are columns. */
    public Customer read(List<String> cells) throws InvalidUpdateException {
        long customerId = 0;
        CustomerProfile.Builder profile = new CustomerProfile.Builder();
        for (int i = 0; i < cells.size(); i++) {
            String cell = cells.get(i);
            Column column = columns.get(i);
            if (column.isId()) {
                customerId = CustomerIds.parse(cell);
            } else if (column.field().isPresent()) {
                ProfileField field = column.field().get();
                profile.set(field, field.parse(cell));
            } else {
                AttributeValue.parse(column.name(), cell).ifPresent(value -> profile.attribute(column.name(), value));
            }
        }
        return new Customer(customerId, profile.build());
    }

    private static Column column(String title) {
        if (CustomerIds.isNamed(title)) {
            return new Column(CustomerIds.COLUMN, Optional.empty());
        }
        Optional<ProfileField> field = ProfileField.named(title.strip());
        return new Column(field.map(ProfileField::column).orElseGet(() -> featureName(title)), field);
    }

    /** {@code LoginsPerWeek} and {@code logins per week} become {@code logins_per_week}. */
    private static String featureName(String title) {
        String name = title.strip()
                .replaceAll("([a-z0-9])([A-Z])", "$1_$2")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "_");
        return name.isEmpty() || !Character.isLetter(name.charAt(0)) ? "x_" + name : name;
    }
}
