package io.churnwatch.training.monitor;

import io.churnwatch.feed.AttributeValue;
import io.churnwatch.feed.InvalidUpdateException;
import io.churnwatch.feed.ProfileField;
import io.churnwatch.scoring.ChurnModel;
import io.churnwatch.scoring.Features;
import io.churnwatch.scoring.NotScorableException;
import io.churnwatch.scoring.pmml.PmmlForest;
import io.churnwatch.scoring.pmml.document.UnsupportedPmmlException;
import io.churnwatch.training.GeneratedCustomers;
import io.churnwatch.training.data.TrainingColumns;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Generated customers who have stayed, as a model sees them.
 *
 * @param customers what is known of each
 */
record Population(List<Map<String, AttributeValue>> customers) {
    private static final int SOME_LEAVE = 3;

    static Population of(int count, long seed) {
        List<String> lines = GeneratedCustomers.lines(SOME_LEAVE * count, seed);
        List<String> header = List.of(lines.get(0).split(",", -1));
        return new Population(lines.stream()
                .skip(1)
                .filter(line -> line.endsWith(",false"))
                .limit(count)
                .map(line -> customer(header, List.of(line.split(",", -1))))
                .toList());
    }

    /** The same customers with another value in one field, where it is known. */
    Population with(String field, UnaryOperator<AttributeValue> shift) {
        return new Population(customers.stream()
                .map(customer -> {
                    Map<String, AttributeValue> shifted = new HashMap<>(customer);
                    shifted.computeIfPresent(field, (name, value) -> shift.apply(value));
                    return shifted;
                })
                .toList());
    }

    /** The same some years later. */
    Population olderBy(int years) {
        return with("age", age -> AttributeValue.of(age.number() + years));
    }

    List<Features> features() {
        return customers.stream().map(Features::of).toList();
    }

    /** What a model says of a customer; of generated ones it has something to say. */
    static double score(ChurnModel model, Features customer) {
        try {
            return model.score(customer);
        } catch (NotScorableException e) {
            throw new IllegalStateException(e);
        }
    }

    static ChurnModel model(byte[] pmml) {
        try {
            return PmmlForest.read(pmml);
        } catch (UnsupportedPmmlException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, AttributeValue> customer(List<String> header, List<String> cells) {
        Map<String, AttributeValue> customer = new HashMap<>();
        for (String field : TrainingColumns.features()) {
            AttributeValue value = value(field, cells.get(header.indexOf(field)));
            if (value != null) {
                customer.put(field, value);
            }
        }
        return customer;
    }

    private static AttributeValue value(String field, String cell) {
        try {
            Object value = ProfileField.named(field).orElseThrow().parse(cell);
            if (value instanceof Boolean flag) {
                return AttributeValue.of(flag ? 1 : 0);
            }
            if (value instanceof Number number) {
                return AttributeValue.of(number.doubleValue());
            }
            return value == null ? null : AttributeValue.of(value.toString());
        } catch (InvalidUpdateException e) {
            throw new IllegalStateException(e);
        }
    }
}
