package io.churnwatch.stream.score;

import io.churnwatch.feed.ProfileField;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The stamp of every field of a profile. Most fields share the stamp of one UPSERT, so each stamp is kept once and a
 * field names its position.
 *
 * @param distinct the stamps that some field has
 * @param ofField position in {@code distinct} by the field's ordinal; shorter when fields were added since
 * @param ofAttribute position in {@code distinct} by the attribute's name
 * @param whole position of the latest UPSERT: it also set every attribute that it did not name
 */
public record FieldStamps(List<Stamp> distinct, int[] ofField, Map<String, Integer> ofAttribute, int whole) {
    /** The stamps of a customer never seen: every update is newer. */
    static final FieldStamps NONE = new FieldStamps(List.of(), new int[0], Map.of(), -1);

    @Nullable
    Stamp of(ProfileField field) {
        return field.ordinal() < ofField.length ? at(ofField[field.ordinal()]) : at(whole);
    }

    @Nullable
    Stamp ofAttribute(String name) {
        return at(ofAttribute.getOrDefault(name, whole));
    }

    /** Returns whether some field still has the value that this very update gave it. */
    boolean contains(Stamp stamp) {
        return distinct.contains(stamp);
    }

    private @Nullable Stamp at(int position) {
        return position < 0 ? null : distinct.get(position);
    }

    /** Collects new stamps, each once. */
    static final class Builder {
        private final Map<Stamp, Integer> positions = new LinkedHashMap<>();
        private final int[] ofField = new int[ProfileField.values().length];
        private final Map<String, Integer> ofAttribute = new HashMap<>();
        private int whole = -1;

        void field(ProfileField field, @Nullable Stamp stamp) {
            ofField[field.ordinal()] = position(stamp);
        }

        void attribute(String name, @Nullable Stamp stamp) {
            ofAttribute.put(name, position(stamp));
        }

        void whole(@Nullable Stamp stamp) {
            whole = position(stamp);
        }

        FieldStamps build() {
            return new FieldStamps(List.copyOf(positions.keySet()), ofField, Map.copyOf(ofAttribute), whole);
        }

        private int position(@Nullable Stamp stamp) {
            return stamp == null ? -1 : positions.computeIfAbsent(stamp, s -> positions.size());
        }
    }

    @Nullable
    Stamp wholeStamp() {
        return at(whole);
    }
}
