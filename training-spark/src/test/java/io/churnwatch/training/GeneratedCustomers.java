package io.churnwatch.training;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.churnwatch.training.data.TrainingColumns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Made-up customers in the shape of the public bank-churn table, one field in a hundred unknown. The same seed makes the same
 * customers.
 */
public final class GeneratedCustomers {
    private static final int FIRST_ID = 15_000_001;
    private static final double UNKNOWN = 0.01;

    private final Random random;

    private GeneratedCustomers(long seed) {
        this.random = new Random(seed);
    }

    public static Path csv(Path file, int count, long seed) throws IOException {
        return Files.write(file, lines(count, seed));
    }

    /** The table {@code customer_churn} gets them. */
    public static void insertInto(Connection database, int count, long seed) throws SQLException {
        List<String> lines = lines(count, seed);
        String columns = lines.get(0);
        try (PreparedStatement insert = database.prepareStatement("INSERT INTO customer_churn (" + columns + ") "
                + "SELECT " + columns + " FROM jsonb_populate_record(NULL::customer_churn, ?::jsonb)")) {
            for (String line : lines.subList(1, lines.size())) {
                insert.setString(1, json(columns, line));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static String json(String columns, String line) {
        String[] names = columns.split(",", -1);
        String[] cells = line.split(",", -1);
        var record = new ObjectMapper().createObjectNode();
        for (int i = 0; i < names.length; i++) {
            if (!cells[i].isEmpty()) {
                record.put(names[i], cells[i]);
            }
        }
        return record.toString();
    }

    public static List<String> lines(int count, long seed) {
        GeneratedCustomers customers = new GeneratedCustomers(seed);
        List<String> lines = new ArrayList<>();
        lines.add(String.join(",", TrainingColumns.all()));
        for (int i = 0; i < count; i++) {
            lines.add(customers.line(FIRST_ID + i));
        }
        return lines;
    }

    /** Older, German and inactive customers and those with one product leave more often, as in the public table. */
    private String line(long customerId) {
        double age = between(18, 90, 39 + 10.5 * random.nextGaussian());
        String geography = random.nextBoolean() ? "France" : random.nextBoolean() ? "Germany" : "Spain";
        String gender = random.nextDouble() < 0.55 ? "Male" : "Female";
        int products = random.nextDouble() < 0.03 ? 3 : random.nextDouble() < 0.47 ? 2 : 1;
        boolean active = random.nextBoolean();
        double leaning = -1.2 + 0.16 * (age - 40) + (active ? -1.8 : 0) + (products == 2 ? -1.5 : 0.7 * products);
        leaning += (geography.equals("Germany") ? 1.8 : 0) + (gender.equals("Female") ? 0.8 : 0);
        boolean exited = random.nextDouble() < 1 / (1 + Math.exp(-leaning));
        return String.join(
                ",",
                Long.toString(customerId),
                known(Math.round(between(350, 850, 650 + 97 * random.nextGaussian()))),
                known(geography),
                known(gender),
                known(Math.round(age)),
                known(random.nextInt(11)),
                known(
                        random.nextDouble() < 0.36
                                ? 0
                                : cents(between(0, 250_000, 120_000 + 30_000 * random.nextGaussian()))),
                known(products),
                known(random.nextDouble() < 0.7),
                known(active),
                known(cents(200_000 * random.nextDouble())),
                Boolean.toString(exited));
    }

    private String known(Object value) {
        return random.nextDouble() < UNKNOWN ? "" : value.toString();
    }

    private static double between(double min, double max, double value) {
        return Math.max(min, Math.min(max, value));
    }

    private static double cents(double value) {
        return Math.round(value * 100) / 100.0;
    }
}
