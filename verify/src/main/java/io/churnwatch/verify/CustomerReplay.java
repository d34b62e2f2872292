package io.churnwatch.verify;

import io.churnwatch.feed.AttributeValue;
import io.churnwatch.feed.CustomerProfile;
import io.churnwatch.feed.CustomerUpdate;
import io.churnwatch.feed.ProfileField;
import io.churnwatch.feed.UpdateOp;
import io.churnwatch.scoring.alert.AlertState;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** One customer in the replay: the plainest thing that follows the rules, with no thought of speed or memory. */
final class CustomerReplay {
    private final Map<String, Object> values = new HashMap<>();
    private final Map<String, String> writers = new HashMap<>();
    private @Nullable String lastUpsert;
    final Set<String> seen;
    long sequence;
    double probability;
    String modelVersion = "";
    AlertState alerts = AlertState.ARMED;

    @Nullable
    Instant erasedAt;

    CustomerReplay() {
        seen = new HashSet<>();
    }

    private CustomerReplay(CustomerReplay other) {
        values.putAll(other.values);
        writers.putAll(other.writers);
        lastUpsert = other.lastUpsert;
        seen = other.seen;
        sequence = other.sequence;
        probability = other.probability;
        modelVersion = other.modelVersion;
        alerts = other.alerts;
        erasedAt = other.erasedAt;
    }

    /** Another of the same, to be tried; what was seen is seen by both. */
    CustomerReplay copy() {
        return new CustomerReplay(this);
    }

    CustomerProfile profile() {
        CustomerProfile.Builder profile = new CustomerProfile.Builder();
        for (ProfileField field : ProfileField.values()) {
            profile.set(field, values.get(field.column()));
        }
        values.forEach((name, value) -> {
            if (value instanceof AttributeValue attribute) {
                profile.attribute(name.substring(1), attribute);
            }
        });
        return profile.build();
    }

    /** Takes the fields that nothing newer has set; false when there is none. */
    boolean merge(CustomerUpdate update) {
        String writer = writer(update);
        Map<String, Object> given = given(update);
        Set<String> names = new TreeSet<>(given.keySet());
        if (update.op() == UpdateOp.UPSERT) {
            names.addAll(allNames());
        }
        boolean took = false;
        for (String name : names) {
            String current = writers.getOrDefault(name, lastUpsert);
            if (current == null || current.compareTo(writer) < 0) {
                writers.put(name, writer);
                values.put(name, given.get(name));
                took = true;
            }
        }
        if (update.op() == UpdateOp.UPSERT && (lastUpsert == null || lastUpsert.compareTo(writer) < 0)) {
            lastUpsert = writer;
        }
        return took;
    }

    private Set<String> allNames() {
        Set<String> names = new HashSet<>(writers.keySet());
        for (ProfileField field : ProfileField.values()) {
            names.add(field.column());
        }
        return names;
    }

    private static Map<String, Object> given(CustomerUpdate update) {
        Map<String, Object> given = new HashMap<>();
        for (ProfileField field : ProfileField.values()) {
            Object value = field.of(update.profile());
            if (value != null) {
                given.put(field.column(), value);
            }
        }
        update.profile().attributes().forEach((name, value) -> given.put("." + name, value));
        return given;
    }

    /** A text that sorts like (time, event id). */
    private static String writer(CustomerUpdate update) {
        Instant at = update.occurredAt();
        return "%020d%09d %s".formatted(at.getEpochSecond() + 10_000_000_000L, at.getNano(), update.eventId());
    }
}
