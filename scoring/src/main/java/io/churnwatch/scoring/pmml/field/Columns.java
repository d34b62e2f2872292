package io.churnwatch.scoring.pmml.field;

import io.churnwatch.scoring.forest.ForestColumns;
import io.churnwatch.scoring.pmml.document.UnsupportedPmmlException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
public final class Columns {
    /** Input and derived fields together; a row has a value for each. */
    private static final int SIZE_MAX = 10_000;

    /** Expressions inside each other, in functions and in fields that they ask for: reading them is recursive. */
    private static final int NESTING_MAX = 300;

    /** Expressions in all; functions that call each other are read again for each call. */
    private static final int EXPRESSIONS_MAX = 1_000_000;

    private final Symbols symbols = new Symbols();
    private final List<FieldEncoder> encoders = new ArrayList<>();
    private final Map<String, Variable> inputs = new HashMap<>();
    private final Map<String, DerivedField> global;
    private final Map<String, DefineFunction> functions = new HashMap<>();
    private final List<Variable> derived = new ArrayList<>();
    private final List<Expression> expressions = new ArrayList<>();
    private int nesting;
    private int read;

    private Columns(PMML document, Model model) throws UnsupportedPmmlException {
        Map<String, MiningField> schema = new HashMap<>();
        model.requireMiningSchema().getMiningFields().forEach(field -> schema.put(field.requireName(), field));
        for (DataField field : document.requireDataDictionary().getDataFields()) {
            MiningField mining = schema.remove(field.requireName());
            if (mining != null && mining.getUsageType() == MiningField.UsageType.ACTIVE) {
                add(new FieldEncoder(field, mining, symbols));
            }
        }
        if (!schema.isEmpty()) {
            throw new UnsupportedPmmlException(
                    "MiningSchema lists the fields " + schema.keySet() + ", which are no DataFields");
        }
        TransformationDictionary dictionary = document.getTransformationDictionary();
        this.global =
                dictionary == null ? Map.of() : Scope.byName(dictionary.getDerivedFields(), "TransformationDictionary");
        if (dictionary != null) {
            dictionary.getDefineFunctions().forEach(function -> functions.put(function.requireName(), function));
        }
    }

    /** The input fields of a document's model. */
    public static Columns of(PMML document, Model model) throws UnsupportedPmmlException {
        return new Columns(document, model);
    }

    private void add(FieldEncoder encoder) throws UnsupportedPmmlException {
        checkSize();
        inputs.put(
                encoder.name(),
                new Variable(
                        encoder.name(), encoders.size(), encoder.type(), encoder.categorical(), only(encoders.size())));
        encoders.add(encoder);
    }

    Variable add(DerivedField field, Expression expression) throws UnsupportedPmmlException {
        checkSize();
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

    /** Enters an expression; its reader leaves it again. */
    void enterExpression(String place) throws UnsupportedPmmlException {
        if (++nesting > NESTING_MAX || ++read > EXPRESSIONS_MAX) {
            throw new UnsupportedPmmlException("Not supported: more than " + NESTING_MAX
                    + " expressions inside each other, or " + EXPRESSIONS_MAX + " in all, in " + place);
        }
    }

    void leaveExpression() {
        nesting--;
    }

    private void checkSize() throws UnsupportedPmmlException {
        if (size() >= SIZE_MAX) {
            throw new UnsupportedPmmlException("Not supported: more than " + SIZE_MAX + " fields");
        }
    }

    public Symbols symbols() {
        return symbols;
    }

    public List<FieldEncoder> encoders() {
        return encoders;
    }

    int size() {
        return encoders.size() + derived.size();
    }

    /** The names of all columns. */
    public List<String> names() {
        return Stream.concat(
                        encoders.stream().map(FieldEncoder::name),
                        derived.stream().map(Variable::name))
                .toList();
    }

    /** What was read: how the columns of a row are made. */
    public ForestColumns forestColumns() {
        return new ForestColumns(
                encoders.size(),
                expressions.stream().map(Expression::formula).toList(),
                Stream.concat(
                                IntStream.range(0, encoders.size()).mapToObj(Columns::only),
                                derived.stream().map(Variable::inputs))
                        .toList());
    }

    private static BitSet only(int input) {
        BitSet self = new BitSet();
        self.set(input);
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
