package io.churnwatch.api.customer;

import io.churnwatch.api.database.ParsedColumn;
import io.churnwatch.api.database.Sql;
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
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.generic.GenericType;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.result.RowView;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** Reads and writes the rows of customers, in the caller's transaction. */
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

    Optional<CustomerDetail> find(Handle handle, long customerId) {
        Optional<CustomerProfile> profile = profile(handle, customerId);
        if (profile.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new CustomerDetail(
                customerId,
                Profile.of(profile.get()),
                risk(handle, customerId),
                history(handle, customerId),
                alerts(handle, customerId)));
    }

    /** Returns false when the customer id is taken. */
    boolean insert(Handle handle, long customerId, CustomerProfile profile) {
        List<@Nullable Object> values = new ArrayList<>();
        values.add(customerId);
        for (ProfileField field : ProfileField.values()) {
            values.add(columnValue(field, profile)); // null too: the default of a column is FALSE
        }
        values.add(RiskJson.features(profile.attributes()));
        return handle.execute(
                        "INSERT INTO customer_churn (customer_id, " + COLUMNS + ", attributes) VALUES (?, " + PLACES
                                + "?::jsonb) ON CONFLICT DO NOTHING",
                        values.toArray())
                == 1;
    }

    /** Locks the customer until the transaction ends; returns false when there is none. */
    boolean lock(Handle handle, long customerId) {
        return handle.select("SELECT 1 FROM customer_churn WHERE customer_id = ? FOR UPDATE", customerId)
                .mapTo(Integer.class)
                .findFirst()
                .isPresent();
    }

    /** Sets the known fields of {@code changes}. */
    void update(Handle handle, long customerId, CustomerProfile changes) {
        Sql update = Sql.of("UPDATE customer_churn SET attributes = attributes || ?::jsonb", attributes(changes));
        for (ProfileField field : ProfileField.values()) {
            @Nullable Object value = columnValue(field, changes);
            if (value != null) {
                update.append(", " + field.column() + " = ?", value);
            }
        }
        update.append("WHERE customer_id = ?", customerId).execute(handle);
    }

    private static String attributes(CustomerProfile profile) {
        return RiskJson.features(profile.attributes());
    }

    private static @Nullable Object columnValue(ProfileField field, CustomerProfile profile) {
        @Nullable Object value = field.of(profile);
        return value instanceof Double money ? BigDecimal.valueOf(money) : value;
    }

    private Optional<CustomerProfile> profile(Handle handle, long customerId) {
        return handle.select("SELECT " + COLUMNS + ", attributes FROM customer_churn WHERE customer_id = ?", customerId)
                .map(this::profileOf)
                .findFirst();
    }

    private CustomerProfile profileOf(RowView row) {
        CustomerProfile.Builder profile = new CustomerProfile.Builder();
        for (ProfileField field : ProfileField.values()) {
            profile.set(field, valueOf(field, row));
        }
        Map<String, Object> attributes =
                parse(row.getColumn("attributes", String.class), Argument.mapOf(String.class, Object.class));
        attributes.forEach((name, value) -> profile.attribute(name, attributeOf(value)));
        return profile.build();
    }

    private static @Nullable Object valueOf(ProfileField field, RowView row) {
        return switch (field.kind()) {
            case INTEGER -> row.getColumn(field.column(), Integer.class);
            case MONEY -> row.getColumn(field.column(), Double.class);
            case BOOLEAN -> row.getColumn(field.column(), Boolean.class);
            case TEXT -> row.getColumn(field.column(), String.class);
        };
    }

    private static AttributeValue attributeOf(Object value) {
        return value instanceof Number number
                ? AttributeValue.of(number.doubleValue())
                : AttributeValue.of(value.toString());
    }

    private @Nullable CustomerRisk risk(Handle handle, long customerId) {
        return withReasons(handle.select("SELECT * FROM customer_risk WHERE customer_id = ?", customerId))
                .map(ConstructorMapper.of(CustomerRisk.class))
                .findFirst()
                .orElse(null);
    }

    private List<HistoryEntry> history(Handle handle, long customerId) {
        return withReasons(handle.select("""
                        SELECT event_id, sequence, "timestamp", churn_probability AS probability, previous_probability, risk_change,
                               data_change, model_change, is_high_risk, cause, model_version, config_version, reasons,
                               scored_at
                        FROM churn_risk_history WHERE customer_id = ? ORDER BY sequence DESC LIMIT ?""", customerId, HISTORY_MAX))
                .map(ConstructorMapper.of(HistoryEntry.class))
                .list();
    }

    private static List<AlertEntry> alerts(Handle handle, long customerId) {
        return handle.select("""
                        SELECT alert_id, alert_type, status, raised_at,
                               (message ->> 'probability')::float AS probability,
                               (message ->> 'previous_probability')::float AS previous_probability,
                               (message ->> 'threshold')::float AS threshold
                        FROM alert_history WHERE customer_id = ? ORDER BY raised_at DESC, id DESC LIMIT ?""", customerId, ALERTS_MAX)
                .map(ConstructorMapper.of(AlertEntry.class))
                .list();
    }

    private Query withReasons(Query query) {
        return query.registerColumnMapper(
                new GenericType<List<Reason>>() {},
                ParsedColumn.of(text -> parse(text, Argument.listOf(Reason.class))));
    }

    private <T> T parse(String text, Argument<T> type) {
        try {
            return json.readValue(text, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
