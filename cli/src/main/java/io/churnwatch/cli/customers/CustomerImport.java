package io.churnwatch.cli.customers;

import io.churnwatch.Sha256;
import io.churnwatch.Topics;
import io.churnwatch.cli.database.CommandLineDatabase;
import io.churnwatch.feed.CustomerUpdate;
import io.churnwatch.feed.CustomerUpdateJson;
import io.churnwatch.feed.UpdateOp;
import io.churnwatch.local.CommandFailedException;
import io.churnwatch.local.csv.Report;
import io.churnwatch.local.customers.Customer;
import io.churnwatch.local.customers.CustomerFile;
import io.churnwatch.local.stack.Progress;
import io.churnwatch.local.stack.StackEnvironment;
import io.churnwatch.store.customer.IncomingCustomers;
import io.churnwatch.store.outbox.Outbox;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jdbi.v3.core.Handle;

/**
 * Loads a file of customers: rows and the updates that have them scored, in one transaction. Only what is new or differs
 * is written, and a file that has been loaded before is left alone, because its customers have lived on since.
 */
public final class CustomerImport {
    private static final int DIGEST_DIGITS = 16;

    private final StackEnvironment environment;
    private final Progress progress;
    private final Clock clock;

    public CustomerImport(StackEnvironment environment, Progress progress, Clock clock) {
        this.environment = environment;
        this.progress = progress;
        this.clock = clock;
    }

    /** Returns how many customers were written. */
    public int load(Path file) {
        String eventIds = "import-" + digest(file) + "-";
        return CommandLineDatabase.of(environment).inTransaction(handle -> {
            if (Outbox.contains(handle, Topics.CUSTOMER_UPDATES, eventIds)) {
                progress.say("%s has been loaded before and is left alone", file.getFileName());
                return 0;
            }
            progress.say("Loading customers from %s …", file);
            return load(handle, file, eventIds);
        });
    }

    private int load(Handle handle, Path file, String eventIds) {
        try (IncomingCustomers incoming = IncomingCustomers.create(handle)) {
            Report report = CustomerFile.read(
                    file,
                    customer -> incoming.add(customer.customerId(), customer.profile(), update(customer, eventIds)));
            report.lines().forEach(line -> progress.print("    " + line));
            if (report.good() == 0) {
                throw CommandFailedException.badFile(file + " holds no customer that can be loaded.");
            }
            int written = incoming.merge();
            progress.say("%,d customers read, %,d of them new or changed", report.good(), written);
            return written;
        }
    }

    private byte[] update(Customer customer, String eventIds) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return CustomerUpdateJson.write(new CustomerUpdate(
                eventIds + customer.customerId(),
                customer.customerId(),
                now,
                UpdateOp.UPSERT,
                CustomerUpdate.SOURCE_IMPORT,
                customer.profile()));
    }

    private static String digest(Path file) {
        try (InputStream bytes = Files.newInputStream(file)) {
            MessageDigest sha256 = Sha256.digest();
            new DigestInputStream(bytes, sha256).transferTo(OutputStream.nullOutputStream());
            return Sha256.hex(sha256).substring(0, DIGEST_DIGITS);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read: " + e.getMessage(), e);
        }
    }
}
