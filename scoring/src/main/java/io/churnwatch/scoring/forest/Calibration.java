package io.churnwatch.scoring.forest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
public final class Calibration {
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
        return line::at;
    }

    /** The outputs that calibrate the probability of the positive class. */
    static List<OutputField> outputs(Model model, String positive) {
        List<OutputField> calibrated = new ArrayList<>();
        List<OutputField> outputs =
                model.getOutput() == null ? List.of() : model.getOutput().getOutputFields();
        for (OutputField output : outputs) {
            if (output.getResultFeature() == ResultFeature.TRANSFORMED_VALUE
                    && output.getExpression() instanceof NormContinuous norm
                    && isProbability(outputs, norm.requireField(), positive)) {
                calibrated.add(output);
            }
        }
        return calibrated;
    }

    private static boolean isProbability(List<OutputField> outputs, String name, String positive) {
        return outputs.stream()
                .anyMatch(output -> name.equals(output.getName())
                        && output.getResultFeature() == ResultFeature.PROBABILITY
                        && positive.equals(String.valueOf(output.getValue())));
    }

    private Calibration() {}
}
