package io.churnwatch.scoring.jpmml.fuzz;

import io.churnwatch.feed.AttributeValue;
import io.churnwatch.scoring.InputField;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Customers on which a mutant could go wrong: its own split points and their neighbours, its categories, oddities, nothing. */
final class MutantRows {
    private static final Pattern SPLIT = Pattern.compile("field=\"([^\"]*)\"[^>]*value=\"([^\"]*)\"");
    private static final double[] ODD_NUMBERS = {
        0, -0.0, 1, -1, 2, 0.5, 10, 60, 2.5, 1e10, 3e9, Double.MAX_VALUE, -Double.MAX_VALUE, Double.MIN_VALUE
    };
    private static final String[] ODD_TEXTS = {
        "", "Atlantis", "NaN", "INF", "2.5", "1", "0", "true", "-999", "N/A", "1,5", " 1"
    };
    private static final double[] TYPICAL_NUMBERS = {0, 1, 2, 3, 25, 35, 41.5, 55, 70, 650, 30_000, 75_000, 110_000.5};

    private final List<InputField> fields;
    private final Map<String, List<AttributeValue>> known = new HashMap<>();
    private final Random random;

    private MutantRows(byte[] pmml, List<InputField> fields, Random random) {
        this.fields = fields;
        this.random = random;
        for (InputField field : fields) {
            known.put(field.name(), known(field));
        }
        Matcher split = SPLIT.matcher(new String(pmml, StandardCharsets.UTF_8));
        while (split.find()) {
            known.computeIfAbsent(split.group(1), name -> new ArrayList<>()).addAll(around(split.group(2)));
        }
    }

    /** Rows of a mutant: a third of them are ordinary, a third have some oddity, a third has many. */
    static List<Map<String, AttributeValue>> of(byte[] pmml, List<InputField> fields, int count, Random random) {
        MutantRows rows = new MutantRows(pmml, fields, random);
        List<Map<String, AttributeValue>> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            all.add(rows.row(i % 3 * 0.2));
        }
        return all;
    }

    private Map<String, AttributeValue> row(double oddness) {
        Map<String, AttributeValue> row = new HashMap<>();
        for (InputField field : fields) {
            AttributeValue value = random.nextDouble() < oddness ? odd() : Xml.pick(known.get(field.name()), random);
            if (value != null) {
                row.put(field.name(), value);
            }
        }
        return row;
    }

    private @Nullable AttributeValue odd() {
        return switch (random.nextInt(3)) {
            case 0 -> null;
            case 1 -> AttributeValue.of(ODD_TEXTS[random.nextInt(ODD_TEXTS.length)]);
            default -> AttributeValue.of(ODD_NUMBERS[random.nextInt(ODD_NUMBERS.length)]);
        };
    }

    private static List<AttributeValue> known(InputField field) {
        List<AttributeValue> values = new ArrayList<>();
        field.categories().forEach(category -> values.add(AttributeValue.of(category)));
        if (values.isEmpty()) {
            for (double number : TYPICAL_NUMBERS) {
                values.add(AttributeValue.of(number));
            }
        }
        return values;
    }

    private static List<AttributeValue> around(String value) {
        try {
            double number = Double.parseDouble(value);
            return Double.isFinite(number) && Math.abs(number) < Double.MAX_VALUE
                    ? List.of(
                            AttributeValue.of(number),
                            AttributeValue.of(Math.nextUp(number)),
                            AttributeValue.of(Math.nextDown(number)))
                    : List.of();
        } catch (NumberFormatException e) {
            return List.of(AttributeValue.of(value));
        }
    }
}
