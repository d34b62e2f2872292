package io.churnwatch.api.alert;

import io.churnwatch.Topics;
import io.churnwatch.api.database.DatabasePool;
import io.churnwatch.api.error.ProblemException;
import io.churnwatch.model.ControlJson;
import io.churnwatch.model.ControlMessage;
import io.churnwatch.store.outbox.Outbox;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Reads and changes the alert configuration: the row and the message to the job are written together or not at all. */
@Singleton
final class AlertConfigurationService {
    private static final String KEY = "alert-config";

    private final DatabasePool database;
    private final AlertConfigurationStore store;

    AlertConfigurationService(DatabasePool database, AlertConfigurationStore store) {
        this.database = database;
        this.store = store;
    }

    AlertConfiguration inForce() {
        return database.inSnapshot(store::inForce);
    }

    AlertConfigurationPage history(long before, int limit) {
        List<AlertConfiguration> items = database.inSnapshot(handle -> store.history(handle, before, limit + 1));
        boolean more = items.size() > limit;
        List<AlertConfiguration> page = more ? items.subList(0, limit) : items;
        return new AlertConfigurationPage(page, more ? page.get(limit - 1).id() : null);
    }

    /**
     * Changes the newest configuration; a change that changes nothing appends no row.
     *
     * @param expectedId the id of the one that the user has seen; null when it does not matter
     */
    AlertConfiguration change(AlertConfigurationChange change, @Nullable Long expectedId, String user) {
        return database.inTransaction(handle -> {
            store.lock(handle);
            AlertConfiguration old = store.newest(handle);
            rejectUnseen(old, expectedId);
            AlertConfiguration changed = change.appliedTo(old);
            return changed.equals(old) ? old : append(handle, changed, user);
        });
    }

    private AlertConfiguration append(Handle handle, AlertConfiguration changed, String user) {
        AlertConfiguration appended = store.append(handle, changed, user);
        byte[] message = ControlJson.write(ControlMessage.of(appended.toAlertConfig()));
        Outbox.append(
                handle, Topics.CONTROL, KEY, KEY + "-" + appended.id(), new String(message, StandardCharsets.UTF_8));
        return appended;
    }

    private static void rejectUnseen(AlertConfiguration newest, @Nullable Long expectedId) {
        if (expectedId != null && expectedId != newest.id()) {
            throw ProblemException.of(
                    HttpStatus.PRECONDITION_FAILED,
                    "Meanwhile %s has changed it: configuration %d is in force from %s on. Review it, then send If-Match: \"%d\"."
                            .formatted(newest.updatedBy(), newest.id(), newest.effectiveAt(), newest.id()));
        }
    }
}
