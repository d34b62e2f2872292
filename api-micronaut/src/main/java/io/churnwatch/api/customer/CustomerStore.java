package io.churnwatch.api.customer;

import io.churnwatch.api.database.Query;
import io.churnwatch.api.database.Row;
import io.churnwatch.feed.AttributeValue;
import io.churnwatch.feed.CustomerProfile;
import io.churnwatch.feed.ProfileField;
import io.churnwatch.risk.Reason;
import io.churnwatch.risk.RiskJson;
import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import io.micronaut.serde.annotation.SerdeImport;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The customers' rows, each in the caller's transaction. */
@Singleton
@SerdeImport(Reason.class)
final class CustomerStore {
    private static final int HISTORY_MAX = 200;
    private static final int ALERTS_MAX = 20;
    private static final String COLUMNS =
            Arrays.stream(ProfileField.values()).map(ProfileField::column).collect(Collectors.joining(", "));
    private static final String PLACES = "?, ".repeat(ProfileField.values().length);

    private final JsonMapper json;

    CustomerStore(JsonMapper json) {
        this.json = json;
    }

    Optional<CustomerDetail> find(Connection connection, long customerId) throws SQLException {
        Optional<CustomerProfile> profile = profile(connection, customerId);
        if (profile.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new CustomerDetail(
                customerId,
                Profile.of(profile.get()),
                risk(connection, customerId),
                history(connection, customerId),
                alerts(connection, customerId)));
    }

    /** False when the customer id is taken. */
    boolean insert(Connection connection, long customerId, CustomerProfile profile) throws SQLException {
        List<@Nullable Object> values = new ArrayList<>();
        values.add(customerId);
        for (ProfileField field : ProfileField.values()) {
            values.add(columnValue(
                    field, profile)); // null too: the columns' defaults would say FALSE where nothing is known
        }
        values.add(RiskJson.features(profile.attributes()));
        return Query.of(
                                "INSERT INTO customer_churn (customer_id, " + COLUMNS + ", attributes) VALUES (?, "
                                        + PLACES + "?::jsonb) ON CONFLICT DO NOTHING",
                                values.toArray())
                        .update(connection)
                == 1;
    }

    /** Keeps others from changing the customer until the transaction ends; false when there is none. */
    boolean lock(Connection connection, long customerId) throws SQLException {
        return Query.of("SELECT 1 FROM customer_churn WHERE customer_id = ? FOR UPDATE", customerId)
                .first(connection, row -> true)
                .isPresent();
    }

    /** Sets the fields that {@code changes} knows. */
    void update(Connection connection, long customerId, CustomerProfile changes) throws SQLException {
        Query query = Query.of("UPDATE customer_churn SET attributes = attributes || ?::jsonb", attributes(changes));
        for (ProfileField field : ProfileField.values()) {
            @Nullable Object value = columnValue(field, changes);
            if (value != null) {
                query.append(", " + field.column() + " = ?", value);
            }
        }
        query.append("WHERE customer_id = ?", customerId).update(connection);
    }

    private static String attributes(CustomerProfile profile) {
        return RiskJson.features(profile.attributes());
    }

    private static @Nullable Object columnValue(ProfileField field, CustomerProfile profile) {
        @Nullable Object value = field.of(profile);
        return value instanceof Double money ? Query.decimal(money) : value;
    }

    private Optional<CustomerProfile> profile(Connection connection, long customerId) throws SQLException {
        return Query.of("SELECT " + COLUMNS + ", attributes FROM customer_churn WHERE customer_id = ?", customerId)
                .first(connection, this::profileOf);
    }

    private CustomerProfile profileOf(Row row) throws SQLException {
        CustomerProfile.Builder profile = new CustomerProfile.Builder();
        for (ProfileField field : ProfileField.values()) {
            profile.set(field, valueOf(field, row));
        }
        Map<String, Object> attributes = parse(row.text("attributes"), Argument.mapOf(String.class, Object.class));
        attributes.forEach((name, value) -> profile.attribute(name, attributeOf(value)));
        return profile.build();
    }

    private static @Nullable Object valueOf(ProfileField field, Row row) throws SQLException {
        return switch (field.kind()) {
            case INTEGER -> row.integerOrNull(field.column());
            case MONEY -> row.numberOrNull(field.column());
            case BOOLEAN -> row.flagOrNull(field.column());
            case TEXT -> row.textOrNull(field.column());
        };
    }

    private static AttributeValue attributeOf(Object value) {
        return value instanceof Number number
                ? AttributeValue.of(number.doubleValue())
                : AttributeValue.of(value.toString());
    }

    private @Nullable CustomerRisk risk(Connection connection, long customerId) throws SQLException {
        return Query.of("SELECT * FROM customer_risk WHERE customer_id = ?", customerId)
                .first(connection, row -> CustomerRisk.of(row, reasons(row)))
                .orElse(null);
    }

    private List<HistoryEntry> history(Connection connection, long customerId) throws SQLException {
        return Query.of("""
                        SELECT event_id, sequence, "timestamp", churn_probability, previous_probability, risk_change,
                               data_change, model_change, is_high_risk, cause, model_version, config_version, reasons,
                               scored_at
                        FROM churn_risk_history WHERE customer_id = ? ORDER BY sequence DESC LIMIT ?""", customerId, HISTORY_MAX).list(connection, row -> HistoryEntry.of(row, reasons(row)));
    }

    private static List<AlertEntry> alerts(Connection connection, long customerId) throws SQLException {
        return Query.of("""
                        SELECT alert_id, alert_type, status, raised_at,
                               (message ->> 'probability')::float AS probability,
                               (message ->> 'previous_probability')::float AS previous_probability,
                               (message ->> 'threshold')::float AS threshold
                        FROM alert_history WHERE customer_id = ? ORDER BY raised_at DESC, id DESC LIMIT ?""", customerId, ALERTS_MAX).list(connection, AlertEntry::of);
    }

    private List<Reason> reasons(Row row) throws SQLException {
        return parse(row.text("reasons"), Argument.listOf(Reason.class));
    }

    private <T> T parse(String text, Argument<T> type) {
        try {
            return json.readValue(text, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
