package io.churnwatch.scoring.pmml;

import io.churnwatch.feed.AttributeValue;
import io.churnwatch.scoring.Features;
import io.churnwatch.scoring.InputField;
import io.churnwatch.scoring.pmml.document.TableCells;
import io.churnwatch.scoring.pmml.document.UnsupportedPmmlException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dmg.pmml.Model;
import org.dmg.pmml.ModelVerification;
import org.dmg.pmml.OutputField;
import org.dmg.pmml.ResultFeature;
import org.dmg.pmml.Row;
import org.dmg.pmml.VerificationField;
import org.dmg.pmml.mining.MiningModel;
import org.dmg.pmml.mining.Segment;
import org.dmg.pmml.mining.Segmentation;

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
    static VerificationRows of(Model model, List<InputField> inputs, String positiveClass)
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
            rows.add(expected(TableCells.of(row), inputByColumn, target.get(), place));
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
                features.put(input.name(), AttributeValue.of(cell.getValue()));
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

    private static double number(String cell, String place) throws UnsupportedPmmlException {
        try {
            return Double.parseDouble(cell);
        } catch (NumberFormatException e) {
            throw new UnsupportedPmmlException(place + " has '" + cell + "', which is not a number", e);
        }
    }

    /** The outputs that hold the score: in a chain the last model's. */
    private static Set<String> probabilities(Model model, String positiveClass) {
        Set<String> calibrated = names(CalibratedOutput.outputs(model, positiveClass).stream());
        if (!calibrated.isEmpty()) {
            return calibrated;
        }
        Set<String> probabilities = model.getOutput() == null
                ? Set.of()
                : names(model.getOutput().getOutputFields().stream()
                        .filter(field -> field.getResultFeature() == ResultFeature.PROBABILITY)
                        .filter(field -> String.valueOf(field.getValue()).equals(positiveClass)));
        boolean chain = model instanceof MiningModel mining
                && mining.requireSegmentation().getMultipleModelMethod()
                        == Segmentation.MultipleModelMethod.MODEL_CHAIN;
        return probabilities.isEmpty() && chain
                ? probabilities(last((MiningModel) model), positiveClass)
                : probabilities;
    }

    private static Set<String> names(Stream<OutputField> outputs) {
        return outputs.map(OutputField::requireName).collect(Collectors.toSet());
    }

    private static Model last(MiningModel mining) {
        List<Segment> segments = mining.requireSegmentation().requireSegments();
        return segments.get(segments.size() - 1).requireModel();
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
        return TableCells.column(column);
    }
}
