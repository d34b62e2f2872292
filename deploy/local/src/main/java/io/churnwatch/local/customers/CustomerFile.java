package io.churnwatch.local.customers;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import io.churnwatch.feed.InvalidUpdateException;
import io.churnwatch.local.CommandFailedException;
import io.churnwatch.local.ExitCode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A CSV file of customers with a header. Every row is one line, so that an unbalanced quote breaks its own row and not
 * the rest of the file.
 */
public final class CustomerFile {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final CsvReader.CsvReaderBuilder csv;
    private final CustomerColumns columns;
    private final Map<Integer, Long> firstLines = new HashMap<>();
    private final Report.Builder report = new Report.Builder();

    private CustomerFile(Path path, @Nullable String headerLine) {
        if (headerLine == null || headerLine.isBlank()) {
            throw badFile(path, "is empty");
        }
        this.csv = CsvReader.builder().fieldSeparator(separator(headerLine)).allowUnclosedQuote(false);
        this.columns = columns(path, headerLine);
    }

    /**
     * Looks at the header only.
     *
     * @throws CommandFailedException saying what is wrong, when this is no file of customers
     */
    public static void checkHeader(Path path) {
        try (BufferedReader lines = open(path)) {
            open(path, lines);
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }

    /** Hands over the good rows in their order; the report names the others. */
    public static Report read(Path path, Consumer<Customer> customers) {
        try (BufferedReader lines = open(path)) {
            CustomerFile file = open(path, lines);
            file.readRows(lines, customers);
            return file.report.build(file.columns.extraFeatures());
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }

    private void readRows(BufferedReader lines, Consumer<Customer> customers) throws IOException {
        long number = 1;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            if (!line.isBlank()) {
                readRow(number, line, customers);
            }
        }
    }

    private void readRow(long number, String line, Consumer<Customer> customers) {
        try {
            List<String> cells = csv.ofSingleCsvRecord(line).getFields();
            if (cells.size() != columns.columns().size()) {
                report.problem(
                        number,
                        "has " + cells.size() + " columns, the header has "
                                + columns.columns().size());
                return;
            }
            Customer customer = columns.read(cells);
            Long first = firstLines.putIfAbsent(customer.customerId(), number);
            if (first != null) {
                report.problem(
                        number, "repeats customer " + customer.customerId() + " of line " + first + ", which is kept");
                return;
            }
            report.countGood();
            customers.accept(customer);
        } catch (InvalidUpdateException e) {
            report.problem(number, e.field() + " " + e.detail());
        } catch (CsvParseException e) {
            report.problem(number, "has a quote without its other half");
        }
    }

    private CustomerColumns columns(Path path, String headerLine) {
        CustomerColumns found;
        try {
            found = CustomerColumns.of(csv.ofSingleCsvRecord(headerLine).getFields());
        } catch (CsvParseException e) {
            throw badFile(path, "has no header that reads as CSV: " + abbreviated(headerLine));
        }
        if (!found.missing().isEmpty()) {
            throw badFile(
                    path,
                    "lacks the columns " + String.join(", ", found.missing()) + ". Its header is: "
                            + abbreviated(headerLine));
        }
        if (!found.repeated().isEmpty()) {
            throw badFile(path, "has twice the column " + String.join(", ", found.repeated()));
        }
        return found;
    }

    private static CustomerFile open(Path path, BufferedReader lines) throws IOException {
        return new CustomerFile(path, firstLine(lines));
    }

    private static BufferedReader open(Path path) throws IOException {
        if (!Files.exists(path)) {
            throw new CommandFailedException(ExitCode.BAD_FILE, "There is no file " + path + ".");
        }
        if (!Files.isRegularFile(path) || !Files.isReadable(path)) {
            throw badFile(path, "is not a file that can be read");
        }
        // Not Files.newBufferedReader: a byte that is no UTF-8 would end the reading there.
        return new BufferedReader(new InputStreamReader(Files.newInputStream(path), StandardCharsets.UTF_8));
    }

    private static @Nullable String firstLine(BufferedReader lines) throws IOException {
        String line = lines.readLine();
        return line != null && !line.isEmpty() && line.charAt(0) == BYTE_ORDER_MARK ? line.substring(1) : line;
    }

    /** The separator that the header has most of: commas, semicolons and tabs all call themselves CSV. */
    private static char separator(String headerLine) {
        char best = ',';
        for (char candidate : new char[] {';', '\t'}) {
            if (count(headerLine, candidate) > count(headerLine, best)) {
                best = candidate;
            }
        }
        return best;
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(c -> c == wanted).count();
    }

    private static String abbreviated(String line) {
        String printable = line.replaceAll("\\p{Cntrl}", "?");
        return printable.length() > 200 ? printable.substring(0, 200) + "…" : printable;
    }

    private static CommandFailedException badFile(Path path, String what) {
        return new CommandFailedException(ExitCode.BAD_FILE, path + " " + what + ".");
    }

    private static UncheckedIOException unreadable(Path path, IOException e) {
        return new UncheckedIOException(path + " cannot be read: " + e.getMessage(), e);
    }
}
