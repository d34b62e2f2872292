package io.churnwatch.scoring.pmml;

import io.churnwatch.scoring.forest.Link;
import io.churnwatch.scoring.pmml.document.UnsupportedPmmlException;
import io.churnwatch.scoring.pmml.field.PiecewiseLinear;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.dmg.pmml.Model;
import org.dmg.pmml.NormContinuous;
import org.dmg.pmml.OutputField;
import org.dmg.pmml.ResultFeature;
import org.jspecify.annotations.Nullable;

/**
 * A calibration that travels with the model: an output that NormContinuous makes of the positive class's probability.
 *
 * @see <a href="https://dmg.org/pmml/v4-4-1/Output.html">PMML 4.4, Output</a>
 */
public final class CalibratedOutput {
    /**
     * The name of the output that holds the calibrated probability of the positive class.
     *
     * @param model the document's own, with the Output
     * @param positive the class whose probability is the score, see {@link io.churnwatch.scoring.PositiveClass}
     * @return empty when nothing calibrates it
     */
    public static Optional<String> outputName(Model model, String positive) {
        return outputs(model, positive).stream().map(OutputField::requireName).findFirst();
    }

    /** What calibrates the model's probability, null when nothing does. */
    static @Nullable Link of(Model model, Classes classes) throws UnsupportedPmmlException {
        for (OutputField output : outputs(model)) {
            if (output.getResultFeature() == ResultFeature.PROBABILITY && output.getValue() != null) {
                classes.isPositive(output.getValue(), "OutputField " + output.getName()); // one of them, at least
            }
        }
        List<OutputField> calibrated = outputs(model, classes.positive());
        if (calibrated.isEmpty()) {
            return null;
        }
        if (calibrated.size() > 1) {
            throw new UnsupportedPmmlException("Not supported: Output with several calibrations of one probability");
        }
        NormContinuous norm = (NormContinuous) calibrated.get(0).getExpression();
        PiecewiseLinear line =
                PiecewiseLinear.of(norm, "OutputField " + calibrated.get(0).getName());
        return probability -> Double.isNaN(probability) ? probability : line.at(probability); // no vote at all
    }

    /** The outputs that calibrate the probability of the positive class. */
    static List<OutputField> outputs(Model model, String positive) {
        Set<String> probabilities = outputs(model).stream()
                .filter(output -> output.getResultFeature() == ResultFeature.PROBABILITY)
                .filter(output -> positive.equals(String.valueOf(output.getValue())))
                .map(OutputField::requireName)
                .collect(Collectors.toSet());
        return outputs(model).stream()
                .filter(output -> output.getResultFeature() == ResultFeature.TRANSFORMED_VALUE)
                .filter(output -> output.getExpression() instanceof NormContinuous norm
                        && probabilities.contains(norm.requireField()))
                .toList();
    }

    private static List<OutputField> outputs(Model model) {
        return model.getOutput() == null ? List.of() : model.getOutput().getOutputFields();
    }

    private CalibratedOutput() {}
}
