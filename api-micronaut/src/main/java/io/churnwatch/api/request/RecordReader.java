package io.churnwatch.api.request;

import io.churnwatch.api.error.Expectation;
import io.churnwatch.api.error.FieldError;
import io.churnwatch.api.error.JsonNames;
import io.micronaut.core.beans.BeanIntrospection;
import io.micronaut.core.type.Argument;
import io.micronaut.json.tree.JsonNode;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads a JSON object as an introspected record, without converting between JSON types. */
final class RecordReader {
    private final List<MemberReader> memberReaders;
    private final List<FieldError> errors;

    /** Adds to {@code errors} what cannot be read. */
    RecordReader(List<MemberReader> memberReaders, List<FieldError> errors) {
        this.memberReaders = memberReaders;
        this.errors = errors;
    }

    /** Returns a record that has null where a member is absent, null, or cannot be read. */
    <T> T read(JsonNode object, Class<T> type, String pointer) {
        BeanIntrospection<T> introspection = BeanIntrospection.getIntrospection(type);
        Argument<?>[] components = introspection.getConstructorArguments();
        rejectUnknown(object, components, pointer);
        return introspection.instantiate(
                false,
                Arrays.stream(components)
                        .map(component -> component(object, component, pointer))
                        .toArray());
    }

    private void rejectUnknown(JsonNode object, Argument<?>[] components, String pointer) {
        Set<String> known = Arrays.stream(components)
                .map(component -> JsonNames.snakeCase(component.getName()))
                .collect(Collectors.toSet());
        object.entries().forEach(member -> {
            if (!known.contains(member.getKey())) {
                reject(JsonNames.pointer(pointer, member.getKey()), "is not known here");
            }
        });
    }

    private @Nullable Object component(JsonNode object, Argument<?> component, String pointer) {
        String name = JsonNames.snakeCase(component.getName());
        @Nullable JsonNode node = object.get(name);
        return node == null || node.isNull() ? null : value(node, component, JsonNames.pointer(pointer, name));
    }

    private @Nullable Object value(JsonNode node, Argument<?> type, String pointer) {
        for (MemberReader reader : memberReaders) {
            if (reader.type() == type.getType()) {
                return reader.read(node, pointer, errors);
            }
        }
        if (type.getType() == List.class && node.isArray()) {
            return items(node, type.getTypeParameters()[0], pointer);
        }
        if (type.getType().isRecord() && node.isObject()) {
            return read(node, type.getType(), pointer);
        }
        @Nullable Object scalar = scalar(node, type.getType());
        return scalar == null ? reject(pointer, Expectation.ofType(type)) : scalar;
    }

    private List<@Nullable Object> items(JsonNode array, Argument<?> itemType, String pointer) {
        List<@Nullable Object> items = new ArrayList<>();
        for (int i = 0; i < array.size(); i++) {
            items.add(value(array.get(i), itemType, pointer + "/" + i));
        }
        return items;
    }

    /** Returns null for a value of another type. */
    private static @Nullable Object scalar(JsonNode node, Class<?> type) {
        if (Number.class.isAssignableFrom(type)) {
            return node.isNumber() ? number(node.getNumberValue().doubleValue(), type) : null;
        }
        if (type == Boolean.class) {
            return node.isBoolean() ? node.getBooleanValue() : null;
        }
        if (!node.isString()) {
            return null;
        }
        if (type.isEnum()) {
            return constant(node.getStringValue(), type);
        }
        if (type == Instant.class) {
            return instant(node.getStringValue());
        }
        return type == String.class ? node.getStringValue() : null;
    }

    private static @Nullable Object number(double number, Class<?> type) {
        if (type == Double.class) {
            return number;
        }
        if (number != Math.rint(number)) {
            return null;
        }
        if (type == Long.class) {
            return (long) number;
        }
        return number == (int) number ? (int) number : null;
    }

    private static @Nullable Object constant(String name, Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> ((Enum<?>) constant).name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private @Nullable Object reject(String pointer, String detail) {
        errors.add(new FieldError(pointer, detail));
        return null;
    }
}
