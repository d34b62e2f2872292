package io.churnwatch.store.customer;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.churnwatch.feed.CustomerProfile;
import io.churnwatch.feed.CustomerUpdateJson;
import io.churnwatch.feed.ProfileField;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The customers of a file, in a table of the current transaction, until they are merged with those that are stored. */
public final class IncomingCustomers implements AutoCloseable {
    private static final int BATCH_SIZE = 1000;
    private static final JsonFactory JSON = new JsonFactory();
    private static final String VALUES = Stream.of(ProfileField.values())
            .map(field -> ":" + field.column())
            .collect(Collectors.joining(", ", ":customer_id, ", ", :attributes::jsonb, :payload::jsonb"));

    private final Handle handle;
    private final PreparedBatch batch;

    private IncomingCustomers(Handle handle, PreparedBatch batch) {
        this.handle = handle;
        this.batch = batch;
    }

    /** Starts a load in the caller's transaction. */
    public static IncomingCustomers create(Handle handle) {
        handle.execute("CREATE TEMPORARY TABLE incoming"
                + " (LIKE customer_churn, payload JSONB NOT NULL, line BIGSERIAL) ON COMMIT DROP");
        return new IncomingCustomers(
                handle,
                handle.prepareBatch(
                        "INSERT INTO incoming (" + CustomerChurn.COLUMNS + ", payload) VALUES (" + VALUES + ")"));
    }

    /** Adds a customer, with the update that has the customer scored. */
    public void add(long customerId, CustomerProfile profile, byte[] update) {
        batch.bind("customer_id", customerId);
        for (ProfileField field : ProfileField.values()) {
            batch.bind(field.column(), field.of(profile));
        }
        batch.bind("attributes", attributes(profile)).bind("payload", new String(update, StandardCharsets.UTF_8));
        batch.add();
        if (batch.size() == BATCH_SIZE) {
            batch.execute();
        }
    }

    /** Writes the new and changed customers, with one update each for the feed; returns how many. */
    public int merge() {
        batch.execute();
        return CustomerChurn.merge(handle);
    }

    @Override
    public void close() {
        batch.close();
    }

    private static String attributes(CustomerProfile profile) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            CustomerUpdateJson.writeAttributes(json, profile.attributes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
