package io.churnwatch.bench.scoring.contender;

import io.churnwatch.feed.AttributeValue;
import io.churnwatch.scoring.Features;
import io.churnwatch.scoring.InputField;
import io.churnwatch.scoring.NotScorableException;
import io.churnwatch.scoring.jpmml.JpmmlModel;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * jpmml-evaluator as its documentation shows it: raw values by name go in. What they are looked up in is made beforehand, so that
 * nothing but jpmml is measured.
 */
public final class JpmmlForest {
    private final JpmmlModel model;
    private final List<Map<String, @Nullable Object>> customers;

    public JpmmlForest(byte[] pmml, Features[] customers) {
        this.model = JpmmlModel.read(pmml);
        this.customers = Arrays.stream(customers).map(this::arguments).toList();
    }

    private Map<String, @Nullable Object> arguments(Features features) {
        Map<String, @Nullable Object> arguments = new HashMap<>();
        for (InputField field : model.inputFields()) {
            AttributeValue value = features.value(field.name());
            if (value != null) {
                arguments.put(field.name(), value.number() == null ? value.asText() : value.number());
            }
        }
        return arguments;
    }

    /** The probability of the positive class. */
    public double score(int customer) throws NotScorableException {
        return model.score(customers.get(customer));
    }
}
