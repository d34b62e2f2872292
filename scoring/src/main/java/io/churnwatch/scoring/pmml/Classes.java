package io.churnwatch.scoring.pmml;

import io.churnwatch.scoring.PositiveClass;
import io.churnwatch.scoring.pmml.document.UnsupportedPmmlException;
import io.churnwatch.scoring.pmml.field.Scope;
import io.churnwatch.scoring.pmml.field.Symbols;
import io.churnwatch.scoring.pmml.field.ValueType;
import io.churnwatch.scoring.pmml.field.Values;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.dmg.pmml.DataField;
import org.dmg.pmml.MiningField;
import org.dmg.pmml.Model;
import org.dmg.pmml.OpType;
import org.dmg.pmml.PMML;
import org.dmg.pmml.Value;

/**
 * The two classes of a model.
 *
 * @param target the field that they are the values of
 * @param positive the one whose probability is the score, see {@link PositiveClass}
 */
record Classes(String target, List<String> names, String positive) {
    static Classes of(PMML document, Model model) throws UnsupportedPmmlException {
        Set<String> targets = model.requireMiningSchema().getMiningFields().stream()
                .filter(Scope::isTarget)
                .map(MiningField::requireName)
                .collect(Collectors.toSet());
        for (DataField field : document.requireDataDictionary().getDataFields()) {
            if (targets.size() == 1
                    && targets.contains(field.requireName())
                    && field.getOpType() == OpType.CATEGORICAL) {
                return of(field);
            }
        }
        throw new UnsupportedPmmlException("MiningSchema names no categorical target");
    }

    private static Classes of(DataField target) throws UnsupportedPmmlException {
        String place = "The target " + target.requireName();
        List<String> names = target.getValues().stream()
                .filter(value -> value.getProperty() == Value.Property.VALID)
                .map(value -> value.requireValue().toString())
                .toList();
        if (names.size() != 2 || names.get(0).equals(names.get(1))) {
            throw new UnsupportedPmmlException(place + " must have two classes, and has " + names);
        }
        ValueType type = ValueType.of(target.requireDataType(), place);
        for (String name : names) {
            Values.parse(name, type, new Symbols(), place);
        }
        return new Classes(target.requireName(), names, PositiveClass.of(names));
    }

    /** A model that predicts the classes by itself must declare it. */
    void checkTarget(Model model, String place) throws UnsupportedPmmlException {
        boolean names = model.requireMiningSchema().getMiningFields().stream()
                .anyMatch(field -> Scope.isTarget(field) && field.requireName().equals(target));
        if (!names) {
            throw new UnsupportedPmmlException(place + " does not name the target " + target);
        }
    }

    boolean isPositive(Object name, String place) throws UnsupportedPmmlException {
        String text = name.toString();
        if (!names.contains(text)) {
            throw new UnsupportedPmmlException(place + " names the class " + text + ", which is none of " + names);
        }
        return text.equals(positive);
    }
}
