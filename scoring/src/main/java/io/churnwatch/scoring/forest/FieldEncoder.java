package io.churnwatch.scoring.forest;

import io.churnwatch.feed.AttributeValue;
import io.churnwatch.scoring.InputField;
import io.churnwatch.scoring.NotScorableException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dmg.pmml.DataField;
import org.dmg.pmml.DataType;
import org.dmg.pmml.InvalidValueTreatmentMethod;
import org.dmg.pmml.MiningField;
import org.dmg.pmml.OpType;
import org.dmg.pmml.PMML;
import org.dmg.pmml.Value;
import org.dmg.pmml.mining.MiningModel;
import org.jspecify.annotations.Nullable;

/**
 * Turns the value of one input field into the double that trees compare: a number as it is, a category as its code, NaN
 * for missing; with the replacements that the MiningSchema asks for, as jpmml does it.
 */
final class FieldEncoder {
    private final InputField inputField;
    private final Map<String, Integer> codes;
    private final double missingReplacement;
    private final InvalidValueTreatmentMethod invalidTreatment;
    private final @Nullable String invalidReplacement;

    private FieldEncoder(DataField field, MiningField mining) throws UnsupportedPmmlException {
        boolean categorical = field.requireOpType() == OpType.CATEGORICAL;
        List<String> categories =
                validValues(field).map(value -> value.requireValue().toString()).toList();
        check(field, categorical, categories);
        this.inputField = new InputField(
                field.requireName(),
                categorical ? InputField.Kind.CATEGORY : InputField.Kind.NUMBER,
                categorical ? categories : List.of());
        this.codes = new HashMap<>();
        categories.forEach(this::codeOf);
        this.invalidTreatment = mining.getInvalidValueTreatment();
        this.invalidReplacement = text(mining.getInvalidValueReplacement());
        this.missingReplacement = replacement(text(mining.getMissingValueReplacement()));
    }

    /** The fields that {@code model} looks at, in the order of the data dictionary. */
    static List<FieldEncoder> activeFields(PMML document, MiningModel model) throws UnsupportedPmmlException {
        Map<String, MiningField> active = new HashMap<>();
        model.requireMiningSchema().getMiningFields().stream()
                .filter(field -> field.getUsageType() == MiningField.UsageType.ACTIVE)
                .forEach(field -> active.put(field.requireName(), field));
        List<FieldEncoder> encoders = new ArrayList<>();
        for (DataField field : document.requireDataDictionary().getDataFields()) {
            MiningField mining = active.get(field.requireName());
            if (mining != null) {
                encoders.add(new FieldEncoder(field, mining));
            }
        }
        return encoders;
    }

    static boolean isTarget(MiningField field) {
        return field.getUsageType() == MiningField.UsageType.TARGET
                || field.getUsageType() == MiningField.UsageType.PREDICTED;
    }

    static Stream<Value> validValues(DataField field) {
        return field.getValues().stream().filter(value -> value.getProperty() == Value.Property.VALID);
    }

    InputField inputField() {
        return inputField;
    }

    String name() {
        return inputField.name();
    }

    boolean categorical() {
        return inputField.kind() == InputField.Kind.CATEGORY;
    }

    /**
     * The code of a category, given out in the order in which categories are first named: the listed ones have their position in
     * {@link InputField#categories}.
     */
    int codeOf(String category) {
        return codes.computeIfAbsent(category, name -> codes.size());
    }

    /** How many categories have a code; one more code stands for any other. */
    int codes() {
        return codes.size();
    }

    double encode(@Nullable AttributeValue value) throws NotScorableException {
        if (value == null) {
            return missingReplacement;
        }
        return categorical() ? category(textOf(value)) : number(value);
    }

    private double number(AttributeValue value) throws NotScorableException {
        Double number = value.number();
        if (number == null) {
            throw invalid("'" + value.text() + "' is not a number");
        }
        return number;
    }

    private double category(String value) throws NotScorableException {
        if (inputField.categories().isEmpty() || inputField.categories().contains(value)) {
            return known(value);
        }
        return switch (invalidTreatment) {
            case AS_IS -> known(value);
            case AS_MISSING -> missingReplacement;
            case AS_VALUE -> known(String.valueOf(invalidReplacement));
            case RETURN_INVALID -> throw invalid("'" + value + "' is not one of " + inputField.categories());
        };
    }

    /** A category's code; one that no tree names gets a code that is in no set. */
    private double known(String category) {
        Integer code = codes.get(category);
        return code == null ? codes.size() : code;
    }

    private NotScorableException invalid(String detail) {
        return new NotScorableException(name(), "The model refuses " + name() + ": " + detail);
    }

    private double replacement(@Nullable String value) {
        if (value == null) {
            return Double.NaN;
        }
        return categorical() ? codeOf(value) : Double.parseDouble(value);
    }

    /** 1.0 and "1" are the same category to a model that was trained on whole numbers. */
    private static String textOf(AttributeValue value) {
        Double number = value.number();
        if (number == null) {
            return String.valueOf(value.text());
        }
        return number == Math.rint(number) ? Long.toString(number.longValue()) : number.toString();
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private static void check(DataField field, boolean categorical, List<String> categories)
            throws UnsupportedPmmlException {
        DataType type = field.requireDataType();
        boolean known = categorical ? type == DataType.STRING : type == DataType.DOUBLE;
        boolean restricted = field.hasIntervals() || (!categorical && !categories.isEmpty());
        if (!known || restricted) {
            throw new UnsupportedPmmlException("Not supported: DataField " + field.requireName() + " of type "
                    + type.value() + " and " + field.requireOpType().value()
                    + (restricted ? " with intervals or listed values" : ""));
        }
    }
}
