package io.churnwatch.local.customers;

import io.churnwatch.feed.AttributeValue;
import io.churnwatch.feed.CustomerProfile;
import io.churnwatch.feed.InvalidUpdateException;
import io.churnwatch.local.CommandFailedException;
import io.churnwatch.local.csv.CsvFile;
import io.churnwatch.local.csv.Report;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A CSV file of customers with a header. */
public final class CustomerFile {
    private final CustomerColumns columns;
    private final Map<Long, Long> firstLines = new HashMap<>();
    private final Report report = new Report(Report.SHOWN);
    private final Consumer<Customer> customers;

    private CustomerFile(CustomerColumns columns, Consumer<Customer> customers) {
        this.columns = columns;
        this.customers = customers;
    }

    /**
     * Checks the header only.
     *
     * @throws CommandFailedException when this is no file of customers; its message names what is wrong
     */
    public static void checkHeader(Path path) {
        try (CsvFile csv = CsvFile.open(path)) {
            columns(csv);
        }
    }

    /** Hands over the good rows in their order; the report names the others. */
    public static Report read(Path path, Consumer<Customer> customers) {
        try (CsvFile csv = CsvFile.open(path)) {
            CustomerFile file = new CustomerFile(columns(csv), customers);
            file.noteExtraFeatures();
            csv.forEachRow(file::readRow, file.report);
            return file.report;
        }
    }

    private void noteExtraFeatures() {
        if (!columns.extraFeatures().isEmpty()) {
            report.note("kept as extra features: " + String.join(", ", columns.extraFeatures()));
        }
    }

    private void readRow(long number, List<String> cells) throws InvalidUpdateException {
        Customer customer = columns.read(cells);
        Long first = firstLines.putIfAbsent(customer.customerId(), number);
        if (first != null) {
            report.problem(
                    number, "repeats customer " + customer.customerId() + " of line " + first + ", which is kept");
            return;
        }
        report.countGood();
        customers.accept(customer);
    }

    private static CustomerColumns columns(CsvFile csv) {
        CustomerColumns found = CustomerColumns.of(csv.header());
        if (!found.missing().isEmpty()) {
            throw csv.lacks(found.missing());
        }
        if (!found.repeated().isEmpty()) {
            throw csv.isBad("has twice the column " + String.join(", ", found.repeated()));
        }
        requireFitFeatures(csv, found);
        return found;
    }

    /** Applies the limits of an update's features. Otherwise the job would refuse every customer of the file, one by one. */
    private static void requireFitFeatures(CsvFile csv, CustomerColumns found) {
        if (!found.tooLongNames().isEmpty()) {
            throw csv.isBad("has columns whose names are too long for a feature: "
                    + String.join(", ", found.tooLongNames()) + ". Shorten them to " + AttributeValue.NAME_LENGTH_MAX
                    + " characters");
        }
        int features = found.extraFeatures().size();
        if (features > CustomerProfile.ATTRIBUTES_MAX) {
            throw csv.isBad("has " + features + " extra columns, a customer can have " + CustomerProfile.ATTRIBUTES_MAX
                    + ": leave out the others, from "
                    + found.extraFeatures().get(CustomerProfile.ATTRIBUTES_MAX) + " on");
        }
    }
}
