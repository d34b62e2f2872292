package io.churnwatch.scoring.forest;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dmg.pmml.DataField;
import org.dmg.pmml.DefineFunction;
import org.dmg.pmml.DerivedField;
import org.dmg.pmml.MiningField;
import org.dmg.pmml.Model;
import org.dmg.pmml.OpType;
import org.dmg.pmml.PMML;
import org.dmg.pmml.TransformationDictionary;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a row: the input fields in the order of the data dictionary, then what is derived from them, each after what it
 * asks for. Filled while a model is read.
 */
final class Columns {
    private final Symbols symbols = new Symbols();
    private final List<FieldEncoder> encoders = new ArrayList<>();
    private final Map<String, Variable> inputs = new HashMap<>();
    private final Map<String, DerivedField> global;
    private final Map<String, DefineFunction> functions = new HashMap<>();
    private final List<Variable> derived = new ArrayList<>();
    private final List<Expression> expressions = new ArrayList<>();

    private Columns(PMML document, Model model) throws UnsupportedPmmlException {
        Map<String, MiningField> active = activeFields(model);
        Set<String> names = new HashSet<>();
        for (DataField field : document.requireDataDictionary().getDataFields()) {
            if (!names.add(field.requireName())) {
                throw new UnsupportedPmmlException("DataDictionary has the DataField " + field.getName() + " twice");
            }
            MiningField mining = active.remove(field.requireName());
            if (mining != null) {
                add(new FieldEncoder(field, mining, symbols));
            }
        }
        if (!active.isEmpty()) {
            throw new UnsupportedPmmlException(
                    "MiningSchema lists the fields " + active.keySet() + ", which are no DataFields");
        }
        TransformationDictionary dictionary = document.getTransformationDictionary();
        this.global =
                dictionary == null ? Map.of() : Scope.byName(dictionary.getDerivedFields(), "TransformationDictionary");
        if (dictionary != null) {
            dictionary.getDefineFunctions().forEach(function -> functions.put(function.requireName(), function));
        }
    }

    /** The input fields of a document's model. */
    static Columns of(PMML document, Model model) throws UnsupportedPmmlException {
        return new Columns(document, model);
    }

    private static Map<String, MiningField> activeFields(Model model) throws UnsupportedPmmlException {
        Map<String, MiningField> active = new HashMap<>();
        for (MiningField field : model.requireMiningSchema().getMiningFields()) {
            MiningField.UsageType usage = field.getUsageType();
            if (usage == MiningField.UsageType.ACTIVE && active.put(field.requireName(), field) != null) {
                throw new UnsupportedPmmlException("MiningSchema lists " + field.getName() + " twice");
            }
        }
        return active;
    }

    private void add(FieldEncoder encoder) {
        BitSet self = new BitSet();
        self.set(encoders.size());
        inputs.put(
                encoder.name(),
                new Variable(encoder.name(), encoders.size(), encoder.type(), encoder.categorical(), self));
        encoders.add(encoder);
    }

    Variable add(DerivedField field, Expression expression) {
        boolean categorical = field.getOpType() == OpType.CATEGORICAL || expression.type() == ValueType.STRING;
        Variable variable = new Variable(
                field.requireName(),
                encoders.size() + derived.size(),
                expression.type(),
                categorical,
                expression.inputs());
        derived.add(variable);
        expressions.add(expression);
        return variable;
    }

    Symbols symbols() {
        return symbols;
    }

    List<FieldEncoder> encoders() {
        return encoders;
    }

    /** How each derived column is computed, in their order. */
    List<Expression> expressions() {
        return expressions;
    }

    int size() {
        return encoders.size() + derived.size();
    }

    String name(int column) {
        return column < encoders.size()
                ? encoders.get(column).name()
                : derived.get(column - encoders.size()).name();
    }

    /** The input fields that a column is made of. */
    BitSet inputs(int column) {
        if (column >= encoders.size()) {
            return derived.get(column - encoders.size()).inputs();
        }
        BitSet self = new BitSet();
        self.set(column);
        return self;
    }

    @Nullable
    Variable input(String name) {
        return inputs.get(name);
    }

    /** A function that the document defines. */
    @Nullable
    DefineFunction function(String name) {
        return functions.get(name);
    }

    @Nullable
    DerivedField global(String name) {
        return global.get(name);
    }
}
