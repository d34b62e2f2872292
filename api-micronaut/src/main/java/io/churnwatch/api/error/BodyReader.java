package io.churnwatch.api.error;

import io.micronaut.json.tree.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the members of a JSON body and collects what is wrong, so that a client learns of everything at once. */
public final class BodyReader {
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

    /** A text that must be there; a stand-in when it is refused. */
    public String text(String name) {
        JsonNode node = member(name);
        if (node == null) {
            refuse("/" + name, "is missing");
        } else if (!node.isString()) {
            refuse("/" + name, "must be a string");
        } else {
            return node.getStringValue();
        }
        return "";
    }

    /** A whole number that must be there and lie in the range; a stand-in when it is refused. */
    public int integer(String name, int min, int max) {
        JsonNode node = member(name);
        if (node == null) {
            refuse("/" + name, "is missing");
            return min;
        }
        double number = node.isNumber() ? node.getNumberValue().doubleValue() : Double.NaN;
        if (number != Math.rint(number) || number < min || number > max) {
            refuse("/" + name, "must be a whole number from " + min + " to " + max);
            return min;
        }
        return (int) number;
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
        errors.add(new FieldError(pointer, detail));
    }

    public boolean isRefused() {
        return !errors.isEmpty();
    }

    /** Throws when anything was refused. */
    public void refuseErrors() {
        if (isRefused()) {
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
                refuse(pointer("", member.getKey()), "is not known here");
            }
        }
    }

    /** The JSON pointer of a member, escaped as RFC 6901 says. */
    public static String pointer(String parent, String name) {
        return parent + "/" + name.replace("~", "~0").replace("/", "~1");
    }
}
