package io.churnwatch.feed;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads one update from a parser at the start of its object; members may come in any order. */
final class CustomerUpdateReader {
    private final JsonParser parser;
    private @Nullable String eventId;
    private @Nullable Long customerId;
    private @Nullable Instant occurredAt;
    private @Nullable UpdateOp op;
    private @Nullable String source;
    private @Nullable CustomerProfile profile;

    CustomerUpdateReader(JsonParser parser) {
        this.parser = parser;
    }

    CustomerUpdate read() throws IOException, InvalidUpdateException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            switch (name) {
                case "event_id" -> eventId = identifier(name);
                case "customer_id" -> customerId = customerId();
                case "occurred_at" -> occurredAt = instant(name);
                case "op" -> op = op();
                case "source" -> source = identifier(name);
                case "profile" -> profile = profile();
                default -> parser.skipChildren();
            }
        }
        UpdateOp present = required(op, "op");
        return new CustomerUpdate(
                required(eventId, "event_id"),
                required(customerId, "customer_id"),
                required(occurredAt, "occurred_at"),
                present,
                source == null ? "unknown" : source,
                profileFor(present));
    }

    private CustomerProfile profileFor(UpdateOp op) throws InvalidUpdateException {
        boolean needed = op == UpdateOp.UPSERT || op == UpdateOp.PATCH;
        if (!needed) {
            return CustomerProfile.UNKNOWN;
        }
        CustomerProfile given = required(profile, "profile");
        if (op == UpdateOp.PATCH && given.equals(CustomerProfile.UNKNOWN)) {
            throw new InvalidUpdateException(
                    RejectionReason.MISSING_FIELD, "profile", "of a PATCH brings no field that is not null");
        }
        return given;
    }

    private static <T> T required(@Nullable T value, String field) throws InvalidUpdateException {
        if (value == null) {
            throw new InvalidUpdateException(RejectionReason.MISSING_FIELD, field, "is missing");
        }
        return value;
    }

    private String identifier(String field) throws IOException, InvalidUpdateException {
        String text = string(field);
        if (text.isBlank() || text.length() > CustomerUpdate.ID_LENGTH_MAX || !printableAscii(text)) {
            throw new InvalidUpdateException(
                    RejectionReason.OUT_OF_RANGE,
                    field,
                    "must be 1 to " + CustomerUpdate.ID_LENGTH_MAX + " printable ASCII characters");
        }
        return text;
    }

    private static boolean printableAscii(String text) {
        return text.chars().allMatch(c -> c > ' ' && c < 127);
    }

    private long customerId() throws IOException, InvalidUpdateException {
        if (parser.currentToken() != JsonToken.VALUE_NUMBER_INT) {
            throw wrongType("customer_id", "must be a whole number");
        }
        if (parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
                || !CustomerUpdate.isCustomerId(parser.getLongValue())) {
            throw new InvalidUpdateException(
                    RejectionReason.OUT_OF_RANGE, "customer_id", "must be from 1 to " + CustomerUpdate.CUSTOMER_ID_MAX);
        }
        return parser.getLongValue();
    }

    private Instant instant(String field) throws IOException, InvalidUpdateException {
        String text = string(field);
        try {
            Instant instant = Instant.parse(text).truncatedTo(ChronoUnit.MICROS);
            if (instant.isBefore(OccurredAt.EARLIEST) || instant.isAfter(OccurredAt.LATEST)) {
                throw new InvalidUpdateException(
                        RejectionReason.OUT_OF_RANGE, field, "must lie between the years 1900 and 9999");
            }
            return instant;
        } catch (DateTimeException e) {
            throw wrongType(field, "must be an ISO-8601 time in UTC such as 2026-11-22T10:15:30.123Z");
        }
    }

    private UpdateOp op() throws IOException, InvalidUpdateException {
        String text = string("op");
        try {
            return UpdateOp.valueOf(text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new InvalidUpdateException(
                    RejectionReason.OUT_OF_RANGE, "op", "must be one of " + Arrays.toString(UpdateOp.values()));
        }
    }

    private @Nullable CustomerProfile profile() throws IOException, InvalidUpdateException {
        if (parser.currentToken() == JsonToken.VALUE_NULL) {
            return null;
        }
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw wrongType("profile", "must be an object");
        }
        CustomerProfile.Builder builder = new CustomerProfile.Builder();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            if (name.equals("attributes")) {
                attributes(builder);
            } else {
                profileField(builder, name);
            }
        }
        return builder.build();
    }

    private void profileField(CustomerProfile.Builder builder, String name) throws IOException, InvalidUpdateException {
        ProfileField field = ProfileField.named(name)
                .orElseThrow(() -> new InvalidUpdateException(
                        RejectionReason.UNKNOWN_FIELD,
                        name,
                        "is not a profile field; a bank's own features belong into profile.attributes"));
        if (parser.currentToken() == JsonToken.VALUE_NULL) {
            return;
        }
        Object scalar = scalar();
        if (scalar == null) {
            throw wrongType(field.column(), "must be a number, a string, true or false");
        }
        builder.set(field, field.check(scalar));
    }

    private void attributes(CustomerProfile.Builder builder) throws IOException, InvalidUpdateException {
        if (parser.currentToken() == JsonToken.VALUE_NULL) {
            return;
        }
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw wrongType("attributes", "must be an object");
        }
        int count = 0;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            AttributeValue.checkName(name, ++count);
            builder.attribute(name, attribute("attributes." + name));
        }
    }

    private @Nullable AttributeValue attribute(String field) throws IOException, InvalidUpdateException {
        if (parser.currentToken() == JsonToken.VALUE_NULL) {
            return null;
        }
        return AttributeValue.check(field, scalar());
    }

    /** The current value as Double, Boolean or String; null for an object or an array. */
    private @Nullable Object scalar() throws IOException {
        return switch (parser.currentToken()) {
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_STRING -> parser.getText();
            default -> null;
        };
    }

    private String string(String field) throws IOException, InvalidUpdateException {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            throw wrongType(field, "must be a string");
        }
        return parser.getText();
    }

    private static InvalidUpdateException wrongType(String field, String detail) {
        return new InvalidUpdateException(RejectionReason.WRONG_TYPE, field, detail);
    }
}
