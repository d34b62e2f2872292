package io.churnwatch.scoring.pmml.field;

import io.churnwatch.scoring.pmml.document.UnsupportedPmmlException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dmg.pmml.DerivedField;
import org.dmg.pmml.InvalidValueTreatmentMethod;
import org.dmg.pmml.MiningField;
import org.dmg.pmml.MiningSchema;
import org.dmg.pmml.Model;
import org.dmg.pmml.OutlierTreatmentMethod;
import org.jspecify.annotations.Nullable;

/**
 * What the names in a model mean: the fields of its MiningSchema, then what its LocalTransformations derive, then what the whole
 * document does. A model inside another sees of the outer one what its own MiningSchema lists.
 *
 * @see <a href="https://dmg.org/pmml/v4-4-1/FieldScope.html">PMML 4.4, Scope of Fields</a>
 */
public final class Scope {
    private final Columns columns;
    private final @Nullable Scope parent;
    private final Set<String> schema = new HashSet<>();
    private final Map<String, DerivedField> local = new HashMap<>();
    private final Map<String, Variable> derived = new HashMap<>();
    private final Set<String> open = new HashSet<>(); // being derived just now
    private final String place;

    private Scope(Columns columns, @Nullable Scope parent, Model model, String place) throws UnsupportedPmmlException {
        this.columns = columns;
        this.parent = parent;
        this.place = place;
        MiningSchema miningSchema = model.requireMiningSchema();
        for (MiningField field : miningSchema.getMiningFields()) {
            if (parent != null) {
                checkUntreated(field);
                checkUsage(field);
            }
            schema.add(field.requireName());
        }
        if (model.getLocalTransformations() != null) {
            for (DerivedField field : model.getLocalTransformations().getDerivedFields()) {
                addOnce(local, field, place);
            }
        }
    }

    /** The scope of the document's own model. */
    public static Scope of(Columns columns, Model model, String place) throws UnsupportedPmmlException {
        return new Scope(columns, null, model, place);
    }

    /** The scope of a model inside this one. */
    public Scope inner(Model model, String place) throws UnsupportedPmmlException {
        return new Scope(columns, this, model, place);
    }

    public Columns columns() {
        return columns;
    }

    /**
     * The variable of a name; what has to be derived for it gets a column.
     *
     * @param usedIn where the name is used, for the message
     */
    public Variable variable(String name, String usedIn) throws UnsupportedPmmlException {
        if (schema.contains(name)) {
            return listed(name, usedIn);
        }
        DerivedField field = local.get(name);
        if (field != null) {
            return derive(field);
        }
        Scope root = root();
        DerivedField global = columns.global(name);
        if (global != null) {
            return root.derive(global);
        }
        throw new UnsupportedPmmlException("There is no field " + name + " for " + usedIn);
    }

    private Variable listed(String name, String usedIn) throws UnsupportedPmmlException {
        if (parent == null) {
            Variable input = columns.input(name);
            if (input == null) {
                throw new UnsupportedPmmlException("There is no active DataField " + name + " for " + usedIn);
            }
            return input;
        }
        return parent.variable(name, usedIn);
    }

    private Variable derive(DerivedField field) throws UnsupportedPmmlException {
        String name = field.requireName();
        Variable known = derived.get(name);
        if (known != null) {
            return known;
        }
        if (!open.add(name)) {
            throw new UnsupportedPmmlException("DerivedField " + name + " is derived from itself");
        }
        Expression expression = new ExpressionReader(this, columns.symbols(), "DerivedField " + name).derived(field);
        Variable variable = columns.add(field, expression);
        derived.put(name, variable);
        return variable;
    }

    private Scope root() {
        Scope scope = this;
        while (scope.parent != null) {
            scope = scope.parent;
        }
        return scope;
    }

    /** A field is treated once, by the outermost model. */
    private void checkUntreated(MiningField field) throws UnsupportedPmmlException {
        boolean treated = field.getOpType() != null
                || field.getMissingValueReplacement() != null
                || field.getInvalidValueReplacement() != null
                || field.getOutlierTreatment() != OutlierTreatmentMethod.AS_IS
                || (field.getInvalidValueTreatment() != InvalidValueTreatmentMethod.RETURN_INVALID
                        && field.getInvalidValueTreatment() != InvalidValueTreatmentMethod.AS_IS);
        if (treated) {
            throw new UnsupportedPmmlException("Not supported: " + place + "/MiningSchema treats the values of "
                    + field.requireName() + ", as only the outermost model may");
        }
    }

    /** An input of the outer model is none that this one predicts. */
    private void checkUsage(MiningField field) throws UnsupportedPmmlException {
        String name = field.requireName();
        boolean isInput = columns.input(name) != null || columns.global(name) != null;
        for (Scope scope = parent; scope != null; scope = scope.parent) {
            isInput |= scope.local.containsKey(name);
        }
        if (isInput && isTarget(field)) {
            throw new UnsupportedPmmlException("Not supported: " + place + "/MiningSchema predicts the input " + name);
        }
    }

    static void addOnce(Map<String, DerivedField> fields, DerivedField field, String place)
            throws UnsupportedPmmlException {
        if (fields.put(field.requireName(), field) != null) {
            throw new UnsupportedPmmlException(place + " derives " + field.requireName() + " twice");
        }
    }

    /** The derived fields of a list by name. */
    static Map<String, DerivedField> byName(List<DerivedField> fields, String place) throws UnsupportedPmmlException {
        Map<String, DerivedField> byName = new HashMap<>();
        for (DerivedField field : fields) {
            addOnce(byName, field, place);
        }
        return byName;
    }

    /** Whether a field is what the model predicts. */
    public static boolean isTarget(MiningField field) {
        return field.getUsageType() == MiningField.UsageType.TARGET
                || field.getUsageType() == MiningField.UsageType.PREDICTED;
    }
}
