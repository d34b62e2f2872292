package io.churnwatch.stream.score;

import io.churnwatch.feed.ProfileField;

/**
 * A set of profile fields.
 *
 * @param bits bit i is the field of ordinal i
 * @param attributes whether the set has any extra attribute
 */
public record FieldSet(int bits, boolean attributes) {
    public static final FieldSet NONE = new FieldSet(0, false);

    public boolean contains(ProfileField field) {
        return (bits >>> field.ordinal() & 1) != 0;
    }

    public boolean isEmpty() {
        return bits == 0 && !attributes;
    }

    /** Returns the fields of both. */
    public FieldSet with(FieldSet other) {
        return new FieldSet(bits | other.bits, attributes || other.attributes);
    }

    /** Collects a set. */
    static final class Builder {
        private int bits;
        private boolean attributes;

        void add(ProfileField field) {
            bits |= 1 << field.ordinal();
        }

        void addAttributes() {
            attributes = true;
        }

        FieldSet build() {
            return new FieldSet(bits, attributes);
        }
    }
}
