package io.churnwatch.api.error;

import io.micronaut.json.tree.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the members of a JSON body and collects what is wrong, so that a client learns of everything at once. */
public final class BodyReader {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,59}");

    private final JsonNode body;
    private final List<FieldError> errors = new ArrayList<>();

    /** Of an object with no other members than {@code known}. */
    public BodyReader(JsonNode body, String... known) {
        if (!body.isObject()) {
            throw ProblemException.invalid("", "must be a JSON object");
        }
        this.body = body;
        refuseUnknown(Set.of(known));
    }

    /** A text; null when it is absent or refused. */
    public @Nullable String optionalText(String name) {
        JsonNode node = member(name);
        if (node == null || node.isString()) {
            return node == null ? null : node.getStringValue();
        }
        refuse("/" + name, "must be a string");
        return null;
    }

    /** A whole number that lies in the range; null when it is absent or refused. */
    public @Nullable Integer optionalInteger(String name, int min, int max) {
        JsonNode node = member(name);
        Integer number = node == null ? null : whole(node, min, max);
        if (node != null && number == null) {
            refuse("/" + name, "must be a whole number from " + min + " to " + max);
        }
        return number;
    }

    private static @Nullable Integer whole(JsonNode node, int min, int max) {
        double number = node.isNumber() ? node.getNumberValue().doubleValue() : Double.NaN;
        return number == Math.rint(number) && number >= min && number <= max ? (int) number : null;
    }

    /** True or false; null when it is absent or refused. */
    public @Nullable Boolean optionalFlag(String name) {
        JsonNode node = member(name);
        if (node == null) {
            return null;
        }
        if (node.isBoolean()) {
            return node.getBooleanValue();
        }
        refuse("/" + name, "must be true or false");
        return null;
    }

    /** The constant of that name; null when it is absent or refused. */
    public <E extends Enum<E>> @Nullable E optionalChoice(String name, Class<E> type) {
        JsonNode node = member(name);
        if (node == null) {
            return null;
        }
        for (E constant : type.getEnumConstants()) {
            if (node.isString() && node.getStringValue().equals(constant.name())) {
                return constant;
            }
        }
        refuse("/" + name, "must be one of " + Arrays.toString(type.getEnumConstants()));
        return null;
    }

    /** Some names such as {@code has_cr_card}; null when they are absent or refused. */
    public @Nullable List<String> optionalNames(String name) {
        JsonNode node = member(name);
        if (node == null) {
            return null;
        }
        List<String> names = new ArrayList<>();
        if (node.isArray()) {
            node.values().forEach(value -> names.add(value.isString() ? value.getStringValue() : ""));
        }
        if (node.isArray() && names.stream().allMatch(text -> NAME.matcher(text).matches())) {
            return names;
        }
        refuse("/" + name, "must be a list of names");
        return null;
    }

    public void refuse(String pointer, String detail) {
        errors.add(new FieldError(pointer, detail));
    }

    /** Throws when anything was refused. */
    public void refuseErrors() {
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
    }

    private @Nullable JsonNode member(String name) {
        @Nullable JsonNode node = body.get(name);
        return node == null || node.isNull() ? null : node;
    }

    private void refuseUnknown(Set<String> known) {
        for (Map.Entry<String, JsonNode> member : body.entries()) {
            if (!known.contains(member.getKey())) {
                refuse(JsonNames.pointer("", member.getKey()), "is not known here");
            }
        }
    }
}
