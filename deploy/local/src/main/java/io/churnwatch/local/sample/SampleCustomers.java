package io.churnwatch.local.sample;

import io.churnwatch.local.customers.Customer;
import io.churnwatch.local.customers.CustomerFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.apache.commons.io.IOUtils;
import org.apache.commons.io.file.FilesUncheck;
import org.apache.commons.io.function.Uncheck;

/** The sample that ships with the local stack; {@code SampleGenerator}, among the tests, writes it. */
public final class SampleCustomers {
    static final int CUSTOMERS = 10_000;
    static final long SEED = 20_261_123;

    private static final String RESOURCE = "/sample/customers.csv.gz";

    /** Writes the sample as CSV, and returns where. */
    public static Path unpackTo(Path file) {
        return Uncheck.get(() -> {
            try (InputStream csv = open()) {
                Files.copy(csv, file, StandardCopyOption.REPLACE_EXISTING);
                return file;
            }
        });
    }

    /** The customers of the sample. */
    public static List<Customer> read() {
        Path file = FilesUncheck.createTempFile("churnwatch-sample-", ".csv");
        try {
            List<Customer> customers = new ArrayList<>();
            var unused = CustomerFile.read(unpackTo(file), customers::add); // its own file has no bad rows
            return customers;
        } finally {
            FilesUncheck.delete(file);
        }
    }

    static InputStream open() throws IOException {
        return new GZIPInputStream(IOUtils.resourceToURL(RESOURCE).openStream());
    }

    private SampleCustomers() {}
}
