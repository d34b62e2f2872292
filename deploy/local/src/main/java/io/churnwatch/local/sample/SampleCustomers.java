package io.churnwatch.local.sample;

import io.churnwatch.local.customers.Customer;
import io.churnwatch.local.customers.CustomerFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** The sample that ships with the local stack; {@code SampleGenerator}, among the tests, writes it. */
public final class SampleCustomers {
    static final int CUSTOMERS = 10_000;
    static final long SEED = 20_261_123;

    private static final String RESOURCE = "/sample/customers.csv.gz";

    /** Writes the sample as CSV, and returns where. */
    public static Path unpackTo(Path file) {
        try (InputStream csv = open()) {
            Files.copy(csv, file, StandardCopyOption.REPLACE_EXISTING);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The customers of the sample. */
    public static List<Customer> read() {
        try {
            Path file = Files.createTempFile("churnwatch-sample-", ".csv");
            try {
                List<Customer> customers = new ArrayList<>();
                var unused = CustomerFile.read(unpackTo(file), customers::add); // its own file has no bad rows
                return customers;
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static InputStream open() throws IOException {
        InputStream resource = SampleCustomers.class.getResourceAsStream(RESOURCE);
        if (resource == null) {
            throw new IOException("The resource " + RESOURCE + " is missing");
        }
        return new GZIPInputStream(resource);
    }

    private SampleCustomers() {}
}
