package io.churnwatch.scoring.jpmml.parity;

import io.churnwatch.feed.AttributeValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads customers from CSV for models of any origin. */
final class CsvCustomers {
    /**
     * Reads the lines of a file without quotes, its header first. A cell is a number where it reads as one, and missing where it is
     * empty; a column goes by its own name and by the one in snake case.
     */
    static List<Map<String, AttributeValue>> of(List<String> lines) {
        String[] header = lines.get(0).split(",", -1);
        List<Map<String, AttributeValue>> customers = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            Map<String, AttributeValue> customer = new HashMap<>();
            for (int i = 0; i < header.length; i++) {
                if (!cells[i].isEmpty()) {
                    AttributeValue value = value(cells[i]);
                    customer.put(header[i], value);
                    customer.put(snakeCase(header[i]), value);
                }
            }
            customers.add(customer);
        }
        return customers;
    }

    private static AttributeValue value(String cell) {
        try {
            return AttributeValue.of(Double.parseDouble(cell));
        } catch (NumberFormatException e) {
            return AttributeValue.of(cell);
        }
    }

    private static String snakeCase(String name) {
        return name.replaceAll("([a-z])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    }

    private CsvCustomers() {}
}
