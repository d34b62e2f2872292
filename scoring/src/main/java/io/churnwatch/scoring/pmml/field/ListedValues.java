package io.churnwatch.scoring.pmml.field;

import io.churnwatch.scoring.forest.ValueSet;
import io.churnwatch.scoring.pmml.document.UnsupportedPmmlException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.dmg.pmml.DataField;
import org.dmg.pmml.Interval;
import org.dmg.pmml.Value;
import org.jspecify.annotations.Nullable;

/**
 * The values that a DataField lists: valid ones, invalid ones, and those that mean "missing".
 *
 * @see <a href="https://dmg.org/pmml/v4-4-1/DataDictionary.html#xsdElement_Value">PMML 4.4, Value and Interval</a>
 */
final class ListedValues {
    /** What a value is to its field. */
    enum Status {
        VALID,
        INVALID,
        MISSING
    }

    private final double[] valid; // ascending, as the others
    private final double[] invalid;
    private final double[] missing;
    private final Set<String> missingTexts = new HashSet<>(); // some are no values of the field's type: "N/A"
    private final List<String> categories = new ArrayList<>();
    private final @Nullable ValueSet intervals;

    ListedValues(DataField field, ValueType type, Symbols symbols) throws UnsupportedPmmlException {
        Set<Double> valid = new TreeSet<>();
        Set<Double> invalid = new TreeSet<>();
        Set<Double> missing = new TreeSet<>();
        for (Value value : field.getValues()) {
            String text = value.requireValue().toString();
            switch (value.getProperty()) {
                case VALID -> {
                    valid.add(valueOf(text, type, symbols, field));
                    categories.add(text);
                }
                case INVALID -> invalid.add(valueOf(text, type, symbols, field));
                case MISSING -> {
                    missingTexts.add(text);
                    typed(text, type, symbols).ifPresent(missing::add);
                }
            }
        }
        this.valid = sorted(valid);
        this.invalid = sorted(invalid);
        this.missing = sorted(missing);
        intervals = field.hasIntervals() ? intervals(field) : null;
    }

    /** The valid values as the document lists them. */
    List<String> categories() {
        return categories;
    }

    boolean isMissing(String text) {
        return missingTexts.contains(text);
    }

    Status of(double value) {
        if (contains(missing, value)) {
            return Status.MISSING;
        }
        boolean outside = Double.isNaN(value)
                || contains(invalid, value)
                || (valid.length > 0 ? !contains(valid, value) : intervals != null && !intervals.contains(value));
        return outside ? Status.INVALID : Status.VALID;
    }

    private static boolean contains(double[] values, double value) {
        return values.length > 0 && Arrays.binarySearch(values, value) >= 0;
    }

    private static double[] sorted(Set<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** The value that a text means, empty when the field's type has none. */
    private static Optional<Double> typed(String text, ValueType type, Symbols symbols) {
        try {
            return Optional.of(type == ValueType.STRING ? symbols.name(text) : type.parse(text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static double valueOf(String text, ValueType type, Symbols symbols, DataField field)
            throws UnsupportedPmmlException {
        return typed(text, type, symbols)
                .filter(value -> !Double.isNaN(value))
                .orElseThrow(() -> new UnsupportedPmmlException(
                        "DataField " + field.requireName() + " lists the value '" + text + "', which is no " + type));
    }

    private static ValueSet intervals(DataField field) throws UnsupportedPmmlException {
        List<ValueSet> intervals = new ArrayList<>();
        for (Interval interval : field.getIntervals()) {
            intervals.add(Intervals.values(interval, "DataField " + field.requireName()));
        }
        return ValueSet.anyOf(intervals);
    }
}
