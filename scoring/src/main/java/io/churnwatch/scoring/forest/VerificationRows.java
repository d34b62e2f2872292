package io.churnwatch.scoring.forest;

import io.churnwatch.feed.AttributeValue;
import io.churnwatch.scoring.Features;
import io.churnwatch.scoring.InputField;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dmg.pmml.InlineTable;
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

    static VerificationRows of(Model model, List<InputField> inputs, String positiveClass) {
        ModelVerification verification = model.getModelVerification();
        Optional<VerificationField> target = verification == null
                ? Optional.empty()
                : verification.requireVerificationFields().getVerificationFields().stream()
                        .filter(field -> isProbability(model, field.requireField(), positiveClass))
                        .findFirst();
        if (verification == null || target.isEmpty()) {
            return new VerificationRows(List.of());
        }
        InlineTable table = verification.requireInlineTable();
        List<Expected> rows = new ArrayList<>();
        for (Row row : table.getRows()) {
            rows.add(expected(TableCells.of(row), inputs, columns(verification), target.get()));
        }
        return new VerificationRows(rows);
    }

    private static Expected expected(
            Map<String, String> cells, List<InputField> inputs, Map<String, String> columns, VerificationField target) {
        Map<String, AttributeValue> features = new HashMap<>();
        for (InputField input : inputs) {
            String cell = cells.get(columns.getOrDefault(input.name(), input.name()));
            if (cell != null) {
                features.put(input.name(), AttributeValue.of(cell));
            }
        }
        String probability = cells.get(columns.getOrDefault(target.requireField(), target.requireField()));
        if (probability == null) {
            throw new IllegalStateException("A verification row lacks " + target.requireField());
        }
        return new Expected(
                Features.of(features),
                Double.parseDouble(probability),
                target.getPrecision().doubleValue(),
                target.getZeroThreshold().doubleValue());
    }

    /** Whether a name is the output that holds the score: in a chain the last model's. */
    private static boolean isProbability(Model model, String name, String positiveClass) {
        List<OutputField> calibrated = Calibration.outputs(model, positiveClass);
        if (!calibrated.isEmpty()) {
            return name.equals(calibrated.get(0).getName());
        }
        if (model.getOutput() != null) {
            for (OutputField output : model.getOutput().getOutputFields()) {
                if (name.equals(output.getName())) {
                    return output.getResultFeature() == ResultFeature.PROBABILITY
                            && String.valueOf(output.getValue()).equals(positiveClass);
                }
            }
        }
        return model instanceof MiningModel mining
                && mining.requireSegmentation().getMultipleModelMethod() == Segmentation.MultipleModelMethod.MODEL_CHAIN
                && isProbability(last(mining), name, positiveClass);
    }

    private static Model last(MiningModel mining) {
        List<Segment> segments = mining.requireSegmentation().requireSegments();
        return segments.get(segments.size() - 1).requireModel();
    }

    /** The column of each field, without the prefix of its namespace. */
    private static Map<String, String> columns(ModelVerification verification) {
        Map<String, String> columns = new HashMap<>();
        for (VerificationField field : verification.requireVerificationFields().getVerificationFields()) {
            String column = field.getColumn() == null ? field.requireField() : field.getColumn();
            columns.put(field.requireField(), TableCells.column(column));
        }
        return columns;
    }
}
