package io.churnwatch.scoring.jpmml;

import io.churnwatch.feed.AttributeValue;
import io.churnwatch.scoring.ChurnModel;
import io.churnwatch.scoring.Features;
import io.churnwatch.scoring.InputField;
import io.churnwatch.scoring.NotScorableException;
import io.churnwatch.scoring.PositiveClass;
import io.churnwatch.scoring.pmml.CalibratedOutput;
import jakarta.xml.bind.JAXBException;
import java.io.ByteArrayInputStream;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.parsers.ParserConfigurationException;
import org.dmg.pmml.DataType;
import org.dmg.pmml.OpType;
import org.dmg.pmml.ResultFeature;
import org.jpmml.evaluator.Evaluator;
import org.jpmml.evaluator.FieldValue;
import org.jpmml.evaluator.HasModel;
import org.jpmml.evaluator.HasProbability;
import org.jpmml.evaluator.LoadingModelEvaluatorBuilder;
import org.jpmml.evaluator.TargetField;
import org.jpmml.model.PMMLException;
import org.jspecify.annotations.Nullable;
import org.xml.sax.SAXException;

/**
 * Any PMML classifier that jpmml-evaluator reads, and the referee that our own engine is checked against. The score is the
 * probability of the class that {@link PositiveClass} picks, calibrated where the document does so. Thread-safe.
 */
public final class JpmmlModel implements ChurnModel {
    private final Evaluator evaluator;
    private final Object positiveClass;
    private final Optional<String> calibratedOutput;
    private final List<InputField> inputFields;

    private JpmmlModel(Evaluator evaluator) {
        this.evaluator = evaluator;
        this.positiveClass = positiveClassOf(evaluator);
        this.calibratedOutput = evaluator instanceof HasModel<?> model
                ? CalibratedOutput.outputName(model.getModel(), positiveClass.toString())
                : Optional.empty();
        this.inputFields =
                evaluator.getInputFields().stream().map(JpmmlModel::inputField).toList();
    }

    /**
     * Reads a PMML document.
     *
     * @throws IllegalArgumentException naming the problem, when this is not PMML or not a classifier
     */
    public static JpmmlModel read(byte[] pmml) {
        try {
            return new JpmmlModel(new LoadingModelEvaluatorBuilder()
                    .load(new ByteArrayInputStream(pmml))
                    // A document that requests no probability would return the class alone.
                    .setExtraResultFeatures(EnumSet.of(ResultFeature.PROBABILITY))
                    .build());
        } catch (JAXBException | SAXException | ParserConfigurationException | PMMLException e) {
            throw new IllegalArgumentException("Not a PMML model that jpmml can read: " + e, e);
        }
    }

    /**
     * Scores the rows that the document carries in its ModelVerification, if any.
     *
     * @throws IllegalStateException naming the row and the values, when a score differs from the document's
     */
    public void verify() {
        try {
            evaluator.verify();
        } catch (PMMLException e) {
            throw new IllegalStateException("The model fails its own verification rows: " + e.getMessage(), e);
        }
    }

    @Override
    public List<InputField> inputFields() {
        return inputFields;
    }

    @Override
    public double score(Features features) throws NotScorableException {
        Map<String, @Nullable Object> values = new HashMap<>();
        for (org.jpmml.evaluator.InputField field : evaluator.getInputFields()) {
            Object raw = raw(features.value(field.getName()), field.getDataType());
            check(field, raw);
            values.put(field.getName(), raw); // raw: a prepared value would be treated a second time
        }
        return score(values);
    }

    /** The score of raw values by the names of their fields, as jpmml itself takes them. */
    public double score(Map<String, @Nullable Object> values) throws NotScorableException {
        double score = probability(evaluate(values), values);
        if (Double.isNaN(score)) {
            throw notScorable(values, "the model returned no number");
        }
        return ChurnModel.requireProbability(score);
    }

    /** Rejects an invalid value even if no tree would test it. */
    private static void check(org.jpmml.evaluator.InputField field, @Nullable Object raw) throws NotScorableException {
        try {
            FieldValue unused = field.prepare(raw);
        } catch (PMMLException | IllegalArgumentException e) {
            throw new NotScorableException(field.getName(), "The model refuses " + field.getName() + ": '" + raw + "'");
        }
    }

    private static @Nullable Object raw(@Nullable AttributeValue value, DataType type) {
        if (value == null) {
            return null;
        }
        if (type == DataType.STRING) {
            return value.asText();
        }
        return value.number() != null ? value.number() : value.text();
    }

    private Map<String, ?> evaluate(Map<String, @Nullable Object> values) throws NotScorableException {
        try {
            return evaluator.evaluate(values);
        } catch (PMMLException | IllegalArgumentException e) {
            throw notScorable(values, String.valueOf(e.getMessage()));
        }
    }

    private double probability(Map<String, ?> results, Map<String, @Nullable Object> values)
            throws NotScorableException {
        if (calibratedOutput.isPresent()) {
            if (results.get(calibratedOutput.get()) instanceof Number calibrated) {
                return calibrated.doubleValue();
            }
            throw notScorable(values, "the model returned no calibrated probability");
        }
        for (Object result : results.values()) {
            if (result instanceof HasProbability distribution) {
                return distribution.getProbability(positiveClass);
            }
        }
        throw notScorable(values, "the model returned no probability");
    }

    private NotScorableException notScorable(Map<String, @Nullable Object> values, String cause) {
        for (InputField field : inputFields) {
            if (values.get(field.name()) == null) {
                return new NotScorableException(field.name(), "The model needs " + field.name() + ", which is unknown");
            }
        }
        return new NotScorableException("", "The model has no prediction for these features: " + cause);
    }

    private static InputField inputField(org.jpmml.evaluator.InputField field) {
        if (field.getOpType() == OpType.CONTINUOUS) {
            return new InputField(field.getName(), InputField.Kind.NUMBER, List.of());
        }
        List<?> domain = field.getDiscreteDomain();
        List<String> categories = domain == null
                ? List.of()
                : domain.stream().map(String::valueOf).toList();
        return new InputField(field.getName(), InputField.Kind.CATEGORY, categories);
    }

    private static Object positiveClassOf(Evaluator evaluator) {
        List<Object> classes = evaluator.getTargetFields().stream()
                .findFirst()
                .map(TargetField::getCategories)
                .orElse(List.of());
        String positive =
                PositiveClass.of(classes.stream().map(Object::toString).toList());
        return classes.stream()
                .filter(value -> value.toString().equals(positive))
                .findFirst()
                .orElseThrow();
    }
}
