package io.churnwatch.stream.score;

import io.churnwatch.feed.AttributeValue;
import io.churnwatch.feed.CustomerProfile;
import io.churnwatch.feed.CustomerUpdate;
import io.churnwatch.feed.ProfileField;
import io.churnwatch.feed.UpdateOp;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Last writer wins, per field: a field takes the value of the newest update that sets it, whatever the order in which
 * updates arrive. An UPSERT sets every field, a PATCH those that it brings.
 *
 * @see <a href="https://inria.hal.science/inria-00555588">Shapiro et al., A comprehensive study of Convergent and
 *     Commutative Replicated Data Types, section 3.2 (LWW register)</a>
 */
final class ProfileMerge {
    private final CustomerProfile before;
    private final FieldStamps stamps;
    private final CustomerUpdate update;
    private final Stamp stamp;
    private final CustomerProfile.Builder profile;
    private final FieldStamps.Builder merged = new FieldStamps.Builder();
    private final FieldSet.Builder changed = new FieldSet.Builder();
    private boolean tookAny;

    /**
     * The result of the merge.
     *
     * @param changed the fields that took a value of the update
     * @param superseded whether every field that the update sets has been set by something newer
     */
    record Result(CustomerProfile profile, FieldStamps stamps, FieldSet changed, boolean superseded) {}

    private ProfileMerge(CustomerProfile before, FieldStamps stamps, CustomerUpdate update) {
        this.before = before;
        this.stamps = stamps;
        this.update = update;
        this.stamp = Stamp.of(update);
        this.profile = before.toBuilder();
    }

    /** The merge of an event without any field. */
    static Result unchanged(CustomerProfile profile, FieldStamps stamps) {
        return new Result(profile, stamps, FieldSet.NONE, false);
    }

    static Result merge(CustomerProfile before, FieldStamps stamps, CustomerUpdate update) {
        ProfileMerge merge = new ProfileMerge(before, stamps, update);
        merge.mergeFields();
        merge.mergeAttributes();
        return new Result(merge.profile.build(), merge.merged.build(), merge.changed.build(), !merge.tookAny);
    }

    private void mergeFields() {
        for (ProfileField field : ProfileField.values()) {
            Object value = field.of(update.profile());
            Stamp current = stamps.of(field);
            if (sets(value) && isNewer(current)) {
                profile.set(field, value);
                merged.field(field, stamp);
                changed.add(field);
                tookAny = true;
            } else {
                merged.field(field, current);
            }
        }
    }

    /** An attribute that the latest UPSERT left out needs no stamp of its own: names that come and go would fill the state. */
    private void mergeAttributes() {
        Stamp whole = mergeWhole();
        Set<String> names = new HashSet<>(before.attributes().keySet());
        names.addAll(stamps.ofAttribute().keySet());
        names.addAll(update.profile().attributes().keySet());
        for (String name : names) {
            AttributeValue value = before.attributes().get(name);
            Stamp current = stamps.ofAttribute(name);
            AttributeValue given = update.profile().attributes().get(name);
            if (sets(given) && isNewer(current)) {
                value = given;
                current = stamp;
                profile.attribute(name, given);
                changed.addAttributes();
                tookAny = true;
            }
            if (value != null || !Objects.equals(current, whole)) {
                merged.attribute(name, current);
            }
        }
    }

    private @Nullable Stamp mergeWhole() {
        Stamp current = stamps.wholeStamp();
        Stamp whole = update.op() == UpdateOp.UPSERT && isNewer(current) ? stamp : current;
        merged.whole(whole);
        return whole;
    }

    private boolean sets(@Nullable Object value) {
        return value != null || update.op() == UpdateOp.UPSERT;
    }

    private boolean isNewer(@Nullable Stamp current) {
        return current == null || stamp.isNewerThan(current);
    }
}
