package io.churnwatch.scoring.pmml;

import io.churnwatch.scoring.forest.Link;
import io.churnwatch.scoring.forest.Precision;
import io.churnwatch.scoring.pmml.document.UnsupportedPmmlException;
import io.churnwatch.scoring.pmml.field.ValueType;
import java.util.List;
import org.dmg.pmml.Model;
import org.dmg.pmml.OutputField;
import org.dmg.pmml.Target;

/** What Targets and the output's type make of the sum of boosted trees. */
final class TargetLink {
    static Link of(Model model, OutputField output, Precision precision, String place) throws UnsupportedPmmlException {
        Link typed = output.getDataType() == null
                ? sum -> sum
                : typed(ValueType.of(output.requireDataType(), place + "/Output"), place);
        List<Target> targets =
                model.getTargets() == null ? List.of() : model.getTargets().getTargets();
        if (targets.isEmpty()) {
            return typed;
        }
        Target target = targets.get(0);
        if (targets.size() > 1
                || target.getTargetField() != null
                || target.hasTargetValues()
                || target.getCastInteger() != null) {
            throw new UnsupportedPmmlException("Not supported: " + place + "/Targets but for rescaling one sum");
        }
        double min = limit(target.getMin(), Double.NEGATIVE_INFINITY, precision);
        double max = limit(target.getMax(), Double.POSITIVE_INFINITY, precision);
        double factor = precision.round(target.getRescaleFactor().doubleValue());
        double constant = precision.round(target.getRescaleConstant().doubleValue());
        Link rescaled = sum -> precision.round(precision.round(Math.min(Math.max(sum, min), max) * factor) + constant);
        return rescaled.then(typed);
    }

    private static Link typed(ValueType type, String place) throws UnsupportedPmmlException {
        return switch (type) {
            case DOUBLE -> sum -> sum + 0.0;
            case FLOAT -> sum -> (float) sum + 0.0f;
            default -> throw new UnsupportedPmmlException("Not supported: " + place + "/Output of type " + type);
        };
    }

    private static double limit(@org.jspecify.annotations.Nullable Number limit, double none, Precision precision) {
        return limit == null ? none : precision.round(limit.doubleValue());
    }

    private TargetLink() {}
}
