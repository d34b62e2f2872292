package io.churnwatch.bench.scoring.contender;

import io.churnwatch.feed.AttributeValue;
import io.churnwatch.scoring.Features;
import io.churnwatch.scoring.PositiveClass;
import jakarta.xml.bind.JAXBException;
import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.ParserConfigurationException;
import org.jpmml.evaluator.Evaluator;
import org.jpmml.evaluator.HasProbability;
import org.jpmml.evaluator.InputField;
import org.jpmml.evaluator.LoadingModelEvaluatorBuilder;
import org.xml.sax.SAXException;

/**
 * jpmml-evaluator as its documentation shows it: raw values by name go in. What they are looked up in is made beforehand, so that
 * nothing but jpmml is measured. Belongs to one thread.
 */
public final class JpmmlForest {
    private final Evaluator evaluator;
    private final Object positive;
    private final List<Map<String, Object>> customers;

    public JpmmlForest(byte[] pmml, Features[] customers) {
        try {
            evaluator = new LoadingModelEvaluatorBuilder()
                    .load(new ByteArrayInputStream(pmml))
                    .build();
        } catch (JAXBException | SAXException | ParserConfigurationException e) {
            throw new IllegalArgumentException("jpmml does not read the forest", e);
        }
        List<?> classes = evaluator.getTargetFields().get(0).getCategories();
        String name = PositiveClass.of(classes.stream().map(Object::toString).toList());
        positive = classes.stream()
                .filter(value -> value.toString().equals(name))
                .findFirst()
                .orElseThrow();
        this.customers = Arrays.stream(customers).map(this::arguments).toList();
    }

    private Map<String, Object> arguments(Features features) {
        Map<String, Object> arguments = new HashMap<>();
        for (InputField field : evaluator.getInputFields()) {
            AttributeValue value = features.value(field.getName());
            if (value != null) {
                arguments.put(field.getName(), value.number() == null ? value.asText() : value.number());
            }
        }
        return arguments;
    }

    /** The probability of the positive class. */
    public double score(int customer) {
        for (Object result : evaluator.evaluate(customers.get(customer)).values()) {
            if (result instanceof HasProbability distribution) {
                return distribution.getProbability(positive);
            }
        }
        throw new IllegalStateException("jpmml has no probability for customer " + customer);
    }
}
