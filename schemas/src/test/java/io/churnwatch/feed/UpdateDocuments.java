package io.churnwatch.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.jspecify.annotations.Nullable;

/**
 * Documents that a feed may send: valid ones, and ones with a member changed to anything. What JSON Schema cannot say, or
 * says otherwise, is left out; {@link CustomerUpdateSchemaTest} has an example of each.
 */
final class UpdateDocuments {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Among names, to change or to add, that nothing knows. */
    private static final String UNKNOWN_NAME = "blance";

    /** A document, and the member that was changed in it, if any. */
    record Document(Map<String, Object> members, @Nullable Change change) {
        byte[] json() {
            try {
                return JSON.writeValueAsBytes(members);
            } catch (JsonProcessingException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public String toString() {
            return new String(json(), StandardCharsets.UTF_8);
        }
    }

    /** A member of the object at the path, set to a value or taken away. */
    record Change(
            List<String> path, String member, @Nullable Object value, boolean removed) {
        Map<String, Object> in(Map<String, Object> document) {
            Map<String, Object> changed = new LinkedHashMap<>(document);
            change(changed, path);
            return changed;
        }

        /** Any of which a refusal may name: the member, what contains it, and what it contains now. */
        Set<String> fields() {
            Set<String> fields = new HashSet<>(path);
            Stream.concat(Stream.of(member), value instanceof Map<?, ?> object ? object.keySet().stream() : Stream.of())
                    .forEach(name -> fields.addAll(List.of(name.toString(), "attributes." + name)));
            return fields;
        }

        @SuppressWarnings("unchecked")
        private void change(Map<String, Object> object, List<String> below) {
            if (!below.isEmpty()) {
                Object child = object.get(below.get(0));
                Map<String, Object> copy =
                        child instanceof Map ? new LinkedHashMap<>((Map<String, Object>) child) : new LinkedHashMap<>();
                change(copy, below.subList(1, below.size()));
                object.put(below.get(0), copy);
            } else if (removed) {
                object.remove(member);
            } else {
                object.put(member, value);
            }
        }
    }

    static Arbitrary<Document> valid() {
        return members().map(members -> new Document(members, null));
    }

    static Arbitrary<Document> changed() {
        return Combinators.combine(members(), changes())
                .as((members, change) -> new Document(change.in(members), change));
    }

    private static Arbitrary<Map<String, Object>> members() {
        return Combinators.combine(
                        identifiers(),
                        Arbitraries.longs().between(1, CustomerUpdate.CUSTOMER_ID_MAX),
                        Arbitraries.of(UpdateOp.values()),
                        identifiers().optional(0.8),
                        profiles())
                .as((id, customer, op, source, profile) -> {
                    Map<String, Object> members = new LinkedHashMap<>();
                    members.put("event_id", id);
                    members.put("customer_id", customer);
                    members.put("occurred_at", "2026-11-22T10:15:30.123Z");
                    members.put("op", op.name());
                    source.ifPresent(text -> members.put("source", text));
                    members.put("profile", profile);
                    return members;
                });
    }

    private static Arbitrary<String> identifiers() {
        return Arbitraries.strings().withCharRange('!', '~').ofMinLength(1).ofMaxLength(CustomerUpdate.ID_LENGTH_MAX);
    }

    /** With an age at least, so that a PATCH changes something. */
    private static Arbitrary<Map<String, Object>> profiles() {
        List<Arbitrary<Map.Entry<String, Object>>> fields = new ArrayList<>();
        for (ProfileField field : ProfileField.values()) {
            fields.add(values(field).map(value -> Map.entry(field.column(), value)));
        }
        Arbitrary<Map<String, Object>> attributes = Arbitraries.maps(
                        Arbitraries.strings()
                                .withCharRange('a', 'z')
                                .ofMinLength(1)
                                .ofMaxLength(63),
                        Arbitraries.oneOf(
                                Arbitraries.doubles().map(Object.class::cast),
                                Arbitraries.of(true, false).map(Object.class::cast),
                                texts(AttributeValue.TEXT_LENGTH_MAX).map(Object.class::cast)))
                .ofMaxSize(5);
        return Combinators.combine(
                        Combinators.combine(fields).as(entries -> entries), Arbitraries.subsetOf(names()), attributes)
                .as((entries, kept, extra) -> {
                    Map<String, Object> profile = new LinkedHashMap<>();
                    entries.stream()
                            .filter(entry -> kept.contains(entry.getKey())
                                    || entry.getKey().equals("age"))
                            .forEach(entry -> profile.put(entry.getKey(), entry.getValue()));
                    profile.put("attributes", extra);
                    return profile;
                });
    }

    private static List<String> names() {
        return Arrays.stream(ProfileField.values()).map(ProfileField::column).toList();
    }

    private static Arbitrary<Object> values(ProfileField field) {
        return switch (field.kind()) {
            case INTEGER ->
                Arbitraries.integers()
                        .between((int) field.min(), (int) field.max())
                        .map(Object.class::cast);
            case MONEY ->
                Arbitraries.doubles().between(field.min(), field.max()).map(Object.class::cast);
            case BOOLEAN -> Arbitraries.of(true, false).map(Object.class::cast);
            case TEXT -> texts((int) field.max()).map(Object.class::cast);
        };
    }

    private static Arbitrary<String> texts(int lengthMax) {
        return Arbitraries.strings().withChars("aZ9 _-\u00e9\u4e2d\n\"\\").ofMaxLength(lengthMax);
    }

    private static Arbitrary<Change> changes() {
        List<String> columns = new ArrayList<>(names());
        columns.addAll(List.of("attributes", UNKNOWN_NAME));
        Arbitrary<List<String>> places =
                Arbitraries.of(List.of(), List.of("profile"), List.of("profile", "attributes"));
        return places.flatMap(place -> Combinators.combine(
                        Arbitraries.of(
                                place.isEmpty()
                                        ? List.of("event_id", "customer_id", "op", "source", "profile", UNKNOWN_NAME)
                                        : place.size() == 1 ? columns : List.of("tariff", "A b", "_x", "x".repeat(64))),
                        anyValues().injectNull(0.1),
                        Arbitraries.integers().between(0, 9))
                .as((member, value, dice) -> new Change(place, member, value, dice == 0))
                .filter(change -> !(change.member().equals("customer_id") && change.value() instanceof Double)));
    }

    /** Of every type, around every bound. */
    private static Arbitrary<Object> anyValues() {
        return Arbitraries.oneOf(
                Arbitraries.of(true, false).map(Object.class::cast),
                Arbitraries.integers().between(-1, 1_000).map(Object.class::cast),
                Arbitraries.of(17, 18, 120, 121, 299, 300, 900, 901, 0, 1, -1, Integer.MAX_VALUE)
                        .map(Object.class::cast),
                Arbitraries.of(Long.MAX_VALUE, Long.MIN_VALUE, 1L << 31, 9_999_999_999_999L, 10_000_000_000_000L)
                        .map(Object.class::cast),
                Arbitraries.doubles().between(-10, 1_000).map(Object.class::cast),
                Arbitraries.of("", " ", "a\u0000b", "UPSERT", "patch ", "caf\u00e9", "40", "true")
                        .map(Object.class::cast),
                Arbitraries.integers().between(9, 210).map(length -> "\ud83d\ude00".repeat(length)),
                Arbitraries.integers().between(1, 210).map(length -> "x".repeat(length)),
                Arbitraries.of(List.of(), List.of(1), Map.of(), Map.of("age", 40), Map.of("age", Map.of())),
                Arbitraries.integers().between(199, 202).map(UpdateDocuments::manyAttributes));
    }

    private static Map<String, Object> manyAttributes(int count) {
        Map<String, Object> many = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            many.put("a" + i, i);
        }
        return many;
    }

    private UpdateDocuments() {}
}
