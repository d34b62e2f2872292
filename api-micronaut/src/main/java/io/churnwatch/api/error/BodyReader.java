package io.churnwatch.api.error;

import io.churnwatch.feed.CustomerUpdate;
import io.micronaut.json.tree.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the members of a JSON body and collects what is wrong, so that a client learns of everything at once. */
public final class BodyReader {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,59}");

    private final String place;
    private final JsonNode body;
    private final List<FieldError> errors = new ArrayList<>();
    private final List<BodyReader> items = new ArrayList<>();

    /** Of an object with no other members than {@code known}. */
    public BodyReader(JsonNode body, String... known) {
        this("", body, known);
    }

    private BodyReader(String place, JsonNode body, String... known) {
        if (!body.isObject()) {
            throw ProblemException.invalid(place, "must be a JSON object");
        }
        this.place = place;
        this.body = body;
        refuseUnknown(Set.of(known));
    }

    /** A text that must be there; a stand-in when it is refused. */
    public String text(String name) {
        if (member(name) == null) {
            refuse("/" + name, "is missing");
        }
        return Objects.requireNonNullElse(optionalText(name), "");
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

    /** A text of 1 to {@code max} characters, blanks around it apart, that must be there; a stand-in when it is refused. */
    public String text(String name, int max) {
        JsonNode node = member(name);
        if (node == null || !node.isString()) {
            return text(name);
        }
        String text = node.getStringValue().strip();
        if (text.isEmpty() || text.length() > max) {
            refuse("/" + name, "must have 1 to " + max + " characters");
        }
        return text;
    }

    /** A whole number that must be there and lie in the range; a stand-in when it is refused. */
    public int integer(String name, int min, int max) {
        JsonNode node = member(name);
        if (node == null) {
            refuse("/" + name, "is missing");
            return min;
        }
        Integer number = whole(node, min, max);
        if (number == null) {
            refuse("/" + name, "must be a whole number from " + min + " to " + max);
            return min;
        }
        return number;
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

    /** The id of a customer that must be there; a stand-in when it is refused. */
    public long customerId() {
        JsonNode node = member("customer_id");
        if (node == null) {
            refuse("/customer_id", "is missing");
            return 1;
        }
        Long id = whole(node, 1, CustomerUpdate.CUSTOMER_ID_MAX);
        if (id == null) {
            refuse("/customer_id", "must be a whole number from 1 to " + CustomerUpdate.CUSTOMER_ID_MAX);
            return 1;
        }
        return id;
    }

    private static @Nullable Integer whole(JsonNode node, int min, int max) {
        Long number = whole(node, (long) min, max);
        return number == null ? null : number.intValue();
    }

    private static @Nullable Long whole(JsonNode node, long min, long max) {
        double number = node.isNumber() ? node.getNumberValue().doubleValue() : Double.NaN;
        return number == Math.rint(number) && number >= min && number <= max ? (long) number : null;
    }

    /** A number that lies in the range; null when it is absent or refused. */
    public @Nullable Double optionalNumber(String name, int min, int max) {
        JsonNode node = member(name);
        if (node == null) {
            return null;
        }
        double number = node.isNumber() ? node.getNumberValue().doubleValue() : Double.NaN;
        if (number >= min && number <= max) {
            return number;
        }
        refuse("/" + name, "must be a number from " + min + " to " + max);
        return null;
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

    /** The constant of that name, which must be there; a stand-in when it is refused. */
    public <E extends Enum<E>> E choice(String name, Class<E> type) {
        if (member(name) == null) {
            refuse("/" + name, "is missing");
        }
        E constant = optionalChoice(name, type);
        return constant == null ? type.getEnumConstants()[0] : constant;
    }

    /** Objects with no other members than {@code known}, from 1 to {@code max} of them; none when they are refused. */
    public List<BodyReader> items(String name, int max, String... known) {
        JsonNode node = member(name);
        if (node == null || !node.isArray() || node.size() < 1 || node.size() > max) {
            refuse("/" + name, "must be a list of 1 to " + max + " objects");
            return List.of();
        }
        for (int i = 0; i < node.size(); i++) {
            items.add(new BodyReader(place + "/" + name + "/" + i, node.get(i), known));
        }
        return List.copyOf(items);
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

    /** An object that must be there; an empty one when it is refused. */
    public JsonNode object(String name) {
        JsonNode node = member(name);
        if (node == null) {
            refuse("/" + name, "is missing");
        } else if (!node.isObject()) {
            refuse("/" + name, "must be an object");
        } else {
            return node;
        }
        return JsonNode.createObjectNode(Map.of());
    }

    public void refuse(String pointer, String detail) {
        errors.add(new FieldError(place + pointer, detail));
    }

    public boolean isRefused() {
        return !errors().isEmpty();
    }

    /** Throws when anything was refused. */
    public void refuseErrors() {
        if (isRefused()) {
            throw ProblemException.invalid(errors());
        }
    }

    private List<FieldError> errors() {
        List<FieldError> all = new ArrayList<>(errors);
        items.forEach(item -> all.addAll(item.errors()));
        return all;
    }

    private @Nullable JsonNode member(String name) {
        @Nullable JsonNode node = body.get(name);
        return node == null || node.isNull() ? null : node;
    }

    private void refuseUnknown(Set<String> known) {
        for (Map.Entry<String, JsonNode> member : body.entries()) {
            if (!known.contains(member.getKey())) {
                refuse(pointer("", member.getKey()), "is not known here");
            }
        }
    }

    /** The JSON pointer of a member, escaped as RFC 6901 says. */
    public static String pointer(String parent, String name) {
        return parent + "/" + name.replace("~", "~0").replace("/", "~1");
    }
}
