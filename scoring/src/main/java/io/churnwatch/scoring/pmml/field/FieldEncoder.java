package io.churnwatch.scoring.pmml.field;

import io.churnwatch.feed.AttributeValue;
import io.churnwatch.scoring.InputField;
import io.churnwatch.scoring.NotScorableException;
import io.churnwatch.scoring.forest.NoValue;
import io.churnwatch.scoring.pmml.document.UnsupportedPmmlException;
import java.util.List;
import org.dmg.pmml.DataField;
import org.dmg.pmml.InvalidValueTreatmentMethod;
import org.dmg.pmml.MiningField;
import org.dmg.pmml.MissingValueTreatmentMethod;
import org.dmg.pmml.OpType;
import org.dmg.pmml.OutlierTreatmentMethod;
import org.jspecify.annotations.Nullable;

/**
 * Turns what a customer has in one input field into the double that the model computes with, as {@link ValueType} says, NaN for
 * missing; with the treatments of missing, invalid and extreme values that the MiningSchema asks for, as jpmml does it.
 *
 * @see <a href="https://dmg.org/pmml/v4-4-1/MiningSchema.html">PMML 4.4, Mining Schema</a>
 */
public final class FieldEncoder {
    private final String name;
    private final ValueType type;
    private final Symbols symbols;
    private final InputField inputField;
    private final ListedValues listed;
    private final InvalidValueTreatmentMethod invalidTreatment;
    private final double invalidReplacement; // NaN when there is none
    private final double missingReplacement;
    private final boolean refusesMissing;
    private final OutlierTreatmentMethod outlierTreatment;
    private final double low;
    private final double high;

    FieldEncoder(DataField field, MiningField mining, Symbols symbols) throws UnsupportedPmmlException {
        this.name = field.requireName();
        this.symbols = symbols;
        this.type = ValueType.of(field.requireDataType(), "DataField " + name);
        this.listed = new ListedValues(field, type, symbols);
        OpType opType = mining.getOpType() == null ? field.requireOpType() : mining.getOpType();
        boolean category = opType == OpType.CATEGORICAL;
        if (opType == OpType.ORDINAL || (type == ValueType.STRING && !category) || (category && field.hasIntervals())) {
            throw new UnsupportedPmmlException("Not supported: DataField " + name + " of type " + type + " as "
                    + opType.value() + (field.hasIntervals() ? " with intervals" : ""));
        }
        this.inputField = new InputField(
                name,
                category ? InputField.Kind.CATEGORY : InputField.Kind.NUMBER,
                category ? listed.categories() : List.of());
        this.invalidTreatment = mining.getInvalidValueTreatment();
        this.invalidReplacement = replacement(mining.getInvalidValueReplacement());
        this.missingReplacement = replacement(mining.getMissingValueReplacement());
        this.refusesMissing = mining.getMissingValueTreatment() == MissingValueTreatmentMethod.RETURN_INVALID;
        this.outlierTreatment = mining.getOutlierTreatment();
        this.low = limit(mining.getLowValue(), Double.NEGATIVE_INFINITY);
        this.high = limit(mining.getHighValue(), Double.POSITIVE_INFINITY);
        boolean bounded = mining.getLowValue() != null || mining.getHighValue() != null;
        boolean treatable = type != ValueType.STRING && bounded && low <= high;
        if (outlierTreatment != OutlierTreatmentMethod.AS_IS && !treatable) {
            throw new UnsupportedPmmlException(
                    "Not supported: MiningField " + name + " with outliers " + outlierTreatment.value());
        }
    }

    public InputField inputField() {
        return inputField;
    }

    public String name() {
        return name;
    }

    ValueType type() {
        return type;
    }

    public boolean categorical() {
        return inputField.kind() == InputField.Kind.CATEGORY;
    }

    /**
     * The value as the model computes with it.
     *
     * @throws NotScorableException when the model refuses it
     */
    public double encode(@Nullable AttributeValue value) throws NotScorableException {
        if (value == null) {
            return missing();
        }
        double typed;
        try {
            typed = typed(value);
        } catch (NumberFormatException e) {
            // It may still be listed as a word for missing.
            return listed.isMissing(value.asText()) ? missing() : withoutType(value);
        }
        return switch (listed.of(typed)) {
            case VALID -> outlier(typed);
            case MISSING -> missing();
            case INVALID -> invalid(typed, value);
        };
    }

    private double typed(AttributeValue value) {
        Double number = value.number();
        if (type == ValueType.STRING) {
            return symbols.codeOf(value.asText());
        }
        return number == null ? type.parse(String.valueOf(value.text())) : type.cast(number);
    }

    private double outlier(double value) {
        return switch (outlierTreatment) {
            case AS_IS -> value;
            case AS_MISSING_VALUES -> value < low || value > high ? missingReplacement : value;
            case AS_EXTREME_VALUES -> Math.min(Math.max(value, low), high);
        };
    }

    private double missing() throws NotScorableException {
        if (refusesMissing) {
            throw new NotScorableException(name, "The model refuses a customer whose " + name + " is unknown");
        }
        return missingReplacement;
    }

    private double invalid(double typed, AttributeValue value) throws NotScorableException {
        if (invalidTreatment == InvalidValueTreatmentMethod.AS_MISSING) {
            return missingReplacement;
        }
        if (invalidTreatment == InvalidValueTreatmentMethod.RETURN_INVALID) {
            throw refused(value);
        }
        if (!Double.isNaN(invalidReplacement)) {
            return invalidReplacement;
        }
        return Double.isNaN(typed) ? NoValue.NOT_A_NUMBER : typed;
    }

    /** What is no value of the field's type cannot be taken as it is. */
    private double withoutType(AttributeValue value) throws NotScorableException {
        double treated = invalid(NoValue.MISSING, value);
        if (Double.doubleToRawLongBits(treated) == Double.doubleToRawLongBits(NoValue.NOT_A_NUMBER)) {
            throw refused(value);
        }
        return treated;
    }

    private NotScorableException refused(AttributeValue value) {
        return new NotScorableException(name, "The model refuses " + name + ": " + complaint(value));
    }

    private String complaint(AttributeValue value) {
        String text = "'" + value.asText() + "'";
        if (!listed.categories().isEmpty()) {
            return text + " is not one of " + listed.categories();
        }
        return type == ValueType.STRING ? text + " is listed as invalid" : text + " is not a number that it accepts";
    }

    private double replacement(@Nullable Object value) throws UnsupportedPmmlException {
        if (value == null) {
            return NoValue.MISSING;
        }
        try {
            return type == ValueType.STRING ? symbols.name(value.toString()) : type.parse(value.toString());
        } catch (NumberFormatException e) {
            throw new UnsupportedPmmlException(
                    "MiningField " + name + " replaces values by '" + value + "', which is no " + type, e);
        }
    }

    private static double limit(@Nullable Number limit, double none) {
        return limit == null ? none : limit.doubleValue();
    }
}
