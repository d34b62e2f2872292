package io.churnwatch.scoring.forest;

import java.util.BitSet;
import java.util.List;

/**
 * The columns that trees test: a row's input fields, then those derived from them.
 *
 * @param inputs how many columns are input fields
 * @param formulas of the derived columns, each after those it depends on
 * @param sources by column: the input fields that it is derived from; an input field is its own source
 */
public record ForestColumns(int inputs, List<Formula> formulas, List<BitSet> sources) {
    public ForestColumns {
        formulas = List.copyOf(formulas);
        sources = List.copyOf(sources);
    }

    /** Number of columns. */
    public int size() {
        return sources.size();
    }

    /** The input fields that a column is derived from. */
    public BitSet sources(int column) {
        return sources.get(column);
    }
}
