package io.churnwatch.api.customer;

import static io.churnwatch.api.error.JsonNames.pointer;

import io.churnwatch.api.error.FieldError;
import io.churnwatch.api.request.MemberReader;
import io.churnwatch.feed.AttributeValue;
import io.churnwatch.feed.CustomerProfile;
import io.churnwatch.feed.InvalidUpdateException;
import io.churnwatch.feed.ProfileField;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the profile of a customer, and reports its errors field by field. */
@Singleton
final class ProfileReader implements MemberReader {
    private static final String ATTRIBUTES = "attributes";
    private static final Map<String, ProfileField> FIELDS =
            Arrays.stream(ProfileField.values()).collect(Collectors.toMap(ProfileField::column, Function.identity()));

    @Override
    public Class<?> type() {
        return CustomerProfile.class;
    }

    @Override
    public CustomerProfile read(JsonNode node, String pointer, List<FieldError> errors) {
        Reading reading = new Reading(errors);
        reading.profile(pointer, node);
        return reading.profile.build();
    }

    /** The profile of one request. */
    private static final class Reading {
        private final List<FieldError> errors;
        private final CustomerProfile.Builder profile = new CustomerProfile.Builder();

        Reading(List<FieldError> errors) {
            this.errors = errors;
        }

        void profile(String pointer, JsonNode node) {
            if (!node.isObject()) {
                reject(pointer, "must be an object");
                return;
            }
            node.entries().forEach(member -> member(pointer(pointer, member.getKey()), member));
        }

        private void member(String pointer, Map.Entry<String, JsonNode> member) {
            if (member.getKey().equals(ATTRIBUTES)) {
                attributes(pointer, member.getValue());
                return;
            }
            @Nullable ProfileField field = FIELDS.get(member.getKey());
            if (field == null) {
                reject(pointer, "is not a profile field; a bank's own features belong into profile.attributes");
                return;
            }
            field(pointer, field, member.getValue());
        }

        private void field(String pointer, ProfileField field, JsonNode node) {
            if (node.isNull()) {
                return;
            }
            if (node.isContainerNode()) {
                reject(pointer, "must be a number, a string, true or false");
                return;
            }
            try {
                profile.set(field, field.check(node.getValue()));
            } catch (InvalidUpdateException e) {
                reject(pointer, e.detail());
            }
        }

        private void attributes(String pointer, JsonNode node) {
            if (node.isNull()) {
                return;
            }
            if (!node.isObject()) {
                reject(pointer, "must be an object");
                return;
            }
            int count = 0;
            for (Map.Entry<String, JsonNode> attribute : node.entries()) {
                try {
                    AttributeValue.checkName(attribute.getKey(), ++count);
                } catch (InvalidUpdateException e) {
                    reject(pointer, e.detail());
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
                reject(pointer, e.detail());
            }
        }

        private void reject(String pointer, String detail) {
            errors.add(new FieldError(pointer, detail));
        }
    }
}
