package io.churnwatch.scoring.pmml.field;

import io.churnwatch.scoring.forest.NoValue;
import io.churnwatch.scoring.forest.ValueSet;
import io.churnwatch.scoring.pmml.document.TableCells;
import io.churnwatch.scoring.pmml.document.UnsupportedPmmlException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dmg.pmml.DataType;
import org.dmg.pmml.Discretize;
import org.dmg.pmml.DiscretizeBin;
import org.dmg.pmml.InlineTable;
import org.dmg.pmml.MapValues;
import org.dmg.pmml.Row;
import org.jspecify.annotations.Nullable;

/** Compiles the expressions that look a value up: in bins of numbers, or in a table. */
final class TableReader {
    private final Symbols symbols;
    private final ValueType textType;
    private final String place;

    /** @param textType of a table's values where it does not say: texts, but for what is derived as a number at once */
    TableReader(Symbols symbols, ValueType textType, String place) {
        this.symbols = symbols;
        this.textType = textType;
        this.place = place;
    }

    /** A bin of numbers and the value it maps to. */
    private record Bin(ValueSet numbers, double value) {}

    Expression discretize(Discretize discretize, Variable variable) throws UnsupportedPmmlException {
        if (!variable.type().isNumber()) {
            throw new UnsupportedPmmlException("Not supported: Discretize of " + variable.name() + " in " + place);
        }
        ValueType type = type(discretize.getDataType());
        List<Bin> bins = new ArrayList<>();
        for (DiscretizeBin bin : discretize.getDiscretizeBins()) {
            ValueSet numbers = Intervals.values(bin.requireInterval(), place);
            bins.add(0, new Bin(numbers, value(bin.requireBinValue(), type))); // of two that overlap the later wins
        }
        double missing = value(discretize.getMapMissingTo(), type);
        double otherwise = value(discretize.getDefaultValue(), type);
        return lookup(type, variable, missing, x -> {
            for (Bin bin : bins) {
                if (bin.numbers().contains(x)) {
                    return bin.value();
                }
            }
            return otherwise;
        });
    }

    Expression mapValues(MapValues mapping, Variable variable) throws UnsupportedPmmlException {
        InlineTable table = mapping.getInlineTable();
        if (table == null) {
            throw new UnsupportedPmmlException("Not supported: MapValues without an InlineTable in " + place);
        }
        ValueType type = type(mapping.getDataType());
        String column = TableCells.column(mapping.getFieldColumnPairs().get(0).requireColumn());
        Map<Double, Double> outputs = new TreeMap<>();
        for (Row row : table.getRows()) {
            Map<String, String> cells = TableCells.of(row);
            double input = value(cells.get(column), variable.type());
            double output = value(cells.get(TableCells.column(mapping.requireOutputColumn())), type);
            if (Double.isNaN(input) || Double.isNaN(output) || outputs.put(input, output) != null) {
                throw new UnsupportedPmmlException("A row of MapValues lacks a cell or is repeated in " + place);
            }
        }
        double missing = value(mapping.getMapMissingTo(), type);
        double otherwise = value(mapping.getDefaultValue(), type);
        double[] keys =
                outputs.keySet().stream().mapToDouble(Double::doubleValue).toArray();
        double[] values =
                outputs.values().stream().mapToDouble(Double::doubleValue).toArray();
        return lookup(type, variable, missing, x -> {
            int at = java.util.Arrays.binarySearch(keys, x);
            return at < 0 ? otherwise : values[at];
        });
    }

    private static Expression lookup(
            ValueType type, Variable variable, double missing, java.util.function.DoubleUnaryOperator table) {
        Expression value = Expression.of(variable);
        return Expression.computed(
                type,
                row -> {
                    double x = value.of(row);
                    if (Double.isNaN(x)) {
                        return NoValue.isMissing(x) ? missing : x;
                    }
                    return table.applyAsDouble(x);
                },
                value);
    }

    private ValueType type(@Nullable DataType type) throws UnsupportedPmmlException {
        return type == null || type == DataType.STRING ? textType : ValueType.of(type, place);
    }

    /** The value of a text, missing where there is none. */
    private double value(@Nullable Object text, ValueType type) throws UnsupportedPmmlException {
        return text == null ? NoValue.MISSING : Values.parse(text.toString(), type, symbols, place);
    }
}
