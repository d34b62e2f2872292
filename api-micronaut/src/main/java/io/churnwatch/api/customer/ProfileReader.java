package io.churnwatch.api.customer;

import static io.churnwatch.api.error.BodyReader.pointer;

import io.churnwatch.api.error.BodyReader;
import io.churnwatch.feed.AttributeValue;
import io.churnwatch.feed.CustomerProfile;
import io.churnwatch.feed.InvalidUpdateException;
import io.churnwatch.feed.ProfileField;
import io.micronaut.json.tree.JsonNode;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the member {@code profile} of a body; what is wrong with it is refused there, field by field. */
final class ProfileReader {
    private static final String PROFILE = "profile";
    private static final String ATTRIBUTES = "attributes";
    private static final Map<String, ProfileField> FIELDS =
            Arrays.stream(ProfileField.values()).collect(Collectors.toMap(ProfileField::column, Function.identity()));

    private final BodyReader body;
    private final CustomerProfile.Builder profile = new CustomerProfile.Builder();

    private ProfileReader(BodyReader body) {
        this.body = body;
    }

    static CustomerProfile read(BodyReader body) {
        ProfileReader reader = new ProfileReader(body);
        body.object(PROFILE).entries().forEach(reader::member);
        return reader.profile.build();
    }

    private void member(Map.Entry<String, JsonNode> member) {
        String pointer = pointer("/" + PROFILE, member.getKey());
        if (member.getKey().equals(ATTRIBUTES)) {
            attributes(pointer, member.getValue());
            return;
        }
        @Nullable ProfileField field = FIELDS.get(member.getKey());
        if (field == null) {
            body.refuse(pointer, "is not a profile field; a bank's own features belong into profile.attributes");
            return;
        }
        field(pointer, field, member.getValue());
    }

    private void field(String pointer, ProfileField field, JsonNode node) {
        if (node.isNull()) {
            return;
        }
        if (node.isContainerNode()) {
            body.refuse(pointer, "must be a number, a string, true or false");
            return;
        }
        try {
            profile.set(field, field.check(node.getValue()));
        } catch (InvalidUpdateException e) {
            body.refuse(pointer, e.detail());
        }
    }

    private void attributes(String pointer, JsonNode node) {
        if (node.isNull()) {
            return;
        }
        if (!node.isObject()) {
            body.refuse(pointer, "must be an object");
            return;
        }
        int count = 0;
        for (Map.Entry<String, JsonNode> attribute : node.entries()) {
            try {
                AttributeValue.checkName(attribute.getKey(), ++count);
            } catch (InvalidUpdateException e) {
                body.refuse(pointer, e.detail());
                return;
            }
            attribute(pointer(pointer, attribute.getKey()), attribute.getKey(), attribute.getValue());
        }
    }

    private void attribute(String pointer, String name, JsonNode node) {
        if (node.isNull()) {
            return;
        }
        try {
            profile.attribute(name, AttributeValue.check(name, node.isValueNode() ? node.getValue() : null));
        } catch (InvalidUpdateException e) {
            body.refuse(pointer, e.detail());
        }
    }
}
