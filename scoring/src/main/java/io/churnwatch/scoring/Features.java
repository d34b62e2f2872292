package io.churnwatch.scoring;

import io.churnwatch.feed.AttributeValue;
import io.churnwatch.feed.CustomerProfile;
import io.churnwatch.feed.ProfileField;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a model may ask of a customer, by field name in any spelling: case and underscores do not count. Numbers and texts only: yes and
 * no are 1 and 0.
 */
@FunctionalInterface
public interface Features {
    /**
     * The value of a field.
     *
     * @param name as the model writes it
     * @return null where it is unknown
     */
    @Nullable
    AttributeValue value(String name);

    /** The columns of a profile by name, then its extra attributes. */
    static Features of(CustomerProfile profile) {
        return name -> ProfileField.named(name)
                .map(field -> valueOf(field.of(profile)))
                .orElseGet(() -> attribute(profile.attributes(), name));
    }

    /** The features of a map by name in any spelling; the exact one first. The map is not copied. */
    static Features of(Map<String, AttributeValue> values) {
        return name -> attribute(values, name);
    }

    /** What {@code model} sees of these features, by the names of its fields; unknown values are absent. */
    default Map<String, AttributeValue> seenBy(ChurnModel model) {
        Map<String, AttributeValue> seen = new TreeMap<>();
        for (InputField field : model.inputFields()) {
            AttributeValue value = value(field.name());
            if (value != null) {
                seen.put(field.name(), value);
            }
        }
        return seen;
    }

    private static @Nullable AttributeValue attribute(Map<String, AttributeValue> values, String name) {
        AttributeValue exact = values.get(name);
        if (exact != null) {
            return exact;
        }
        String folded = ProfileField.fold(name);
        return values.entrySet().stream()
                .filter(entry -> ProfileField.fold(entry.getKey()).equals(folded))
                .min(Map.Entry.comparingByKey()) // always the same one, whatever the map's order
                .map(Map.Entry::getValue)
                .orElse(null);
    }

    private static @Nullable AttributeValue valueOf(@Nullable Object value) {
        if (value == null) {
            return null;
        }
        if (value instanceof Boolean flag) {
            return AttributeValue.of(flag ? 1 : 0);
        }
        if (value instanceof Number number) {
            return AttributeValue.of(number.doubleValue());
        }
        return AttributeValue.of(value.toString());
    }
}
