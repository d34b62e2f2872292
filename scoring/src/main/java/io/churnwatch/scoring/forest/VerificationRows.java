package io.churnwatch.scoring.forest;

import io.churnwatch.feed.AttributeValue;
import io.churnwatch.scoring.Features;
import io.churnwatch.scoring.InputField;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.dmg.pmml.ModelVerification;
import org.dmg.pmml.OutputField;
import org.dmg.pmml.ResultFeature;
import org.dmg.pmml.Row;
import org.dmg.pmml.VerificationField;
import org.dmg.pmml.mining.MiningModel;
import org.w3c.dom.Element;

/**
 * The rows that a model carries to be checked by: features, and the probability that its author expects for them.
 *
 * @param rows in the document's order; empty when it carries none
 * @see <a href="https://dmg.org/pmml/v4-4-1/ModelVerification.html">PMML 4.4, Model Verification</a>
 */
record VerificationRows(List<Expected> rows) {
    /**
     * One row.
     *
     * @param precision the relative error that is acceptable
     * @param zeroThreshold the absolute error that is acceptable around 0
     */
    record Expected(Features features, double probability, double precision, double zeroThreshold) {
        boolean accepts(double actual) {
            if (Math.abs(probability) <= zeroThreshold) {
                return Math.abs(actual) <= zeroThreshold;
            }
            return Math.abs(actual - probability) <= precision * Math.abs(probability);
        }
    }

    private static final VerificationRows NONE = new VerificationRows(List.of());

    /**
     * The rows of a model.
     *
     * @throws UnsupportedPmmlException naming the row and the cell that is missing or no number
     */
    static VerificationRows of(MiningModel model, List<InputField> inputs, String positiveClass)
            throws UnsupportedPmmlException {
        ModelVerification verification = model.getModelVerification();
        if (verification == null) {
            return NONE;
        }
        List<VerificationField> fields =
                verification.requireVerificationFields().requireVerificationFields();
        Set<String> probabilities = probabilities(model, positiveClass);
        Optional<VerificationField> target = fields.stream()
                .filter(field -> probabilities.contains(field.requireField()))
                .findFirst();
        if (target.isEmpty()) {
            return NONE;
        }
        Map<String, InputField> inputByColumn = inputByColumn(inputs, fields);
        List<Expected> rows = new ArrayList<>();
        for (Row row : verification.requireInlineTable().getRows()) {
            String place = "ModelVerification, row " + (rows.size() + 1);
            rows.add(expected(cells(row), inputByColumn, target.get(), place));
        }
        return new VerificationRows(rows);
    }

    private static Expected expected(
            Map<String, String> cells, Map<String, InputField> inputByColumn, VerificationField target, String place)
            throws UnsupportedPmmlException {
        Map<String, AttributeValue> features = new HashMap<>();
        for (Map.Entry<String, String> cell : cells.entrySet()) {
            InputField input = inputByColumn.get(cell.getKey());
            if (input != null) {
                features.put(input.name(), value(input, cell.getValue(), place));
            }
        }
        String probability = cells.get(column(target));
        if (probability == null) {
            throw new UnsupportedPmmlException(place + " lacks " + target.requireField());
        }
        return new Expected(
                Features.of(features),
                number(probability, place),
                target.getPrecision().doubleValue(),
                target.getZeroThreshold().doubleValue());
    }

    private static AttributeValue value(InputField input, String cell, String place) throws UnsupportedPmmlException {
        return input.kind() == InputField.Kind.NUMBER
                ? AttributeValue.of(number(cell, place))
                : AttributeValue.of(cell);
    }

    private static double number(String cell, String place) throws UnsupportedPmmlException {
        try {
            return Double.parseDouble(cell);
        } catch (NumberFormatException e) {
            throw new UnsupportedPmmlException(place + " says '" + cell + "', which is no number", e);
        }
    }

    /** The output fields that hold the probability of the positive class. */
    private static Set<String> probabilities(MiningModel model, String positiveClass) {
        if (model.getOutput() == null) {
            return Set.of();
        }
        return model.getOutput().getOutputFields().stream()
                .filter(field -> field.getResultFeature() == ResultFeature.PROBABILITY)
                .filter(field -> String.valueOf(field.getValue()).equals(positiveClass))
                .map(OutputField::requireName)
                .collect(Collectors.toSet());
    }

    private static Map<String, InputField> inputByColumn(List<InputField> inputs, List<VerificationField> fields) {
        Map<String, String> columns = new HashMap<>();
        fields.forEach(field -> columns.put(field.requireField(), column(field)));
        Map<String, InputField> inputByColumn = new HashMap<>();
        inputs.forEach(input -> inputByColumn.put(columns.getOrDefault(input.name(), input.name()), input));
        return inputByColumn;
    }

    /** The column of a field, without the prefix of its namespace. */
    private static String column(VerificationField field) {
        String column = field.getColumn() == null ? field.requireField() : field.getColumn();
        return column.substring(column.indexOf(':') + 1);
    }

    private static Map<String, String> cells(Row row) {
        Map<String, String> cells = new HashMap<>();
        for (Object content : row.getContent()) {
            if (content instanceof Element element) {
                String name = element.getNodeName();
                cells.put(name.substring(name.indexOf(':') + 1), element.getTextContent());
            }
        }
        return cells;
    }
}
