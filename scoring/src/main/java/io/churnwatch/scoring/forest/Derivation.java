package io.churnwatch.scoring.forest;

import java.util.BitSet;
import java.util.List;

/**
 * The columns that trees ask for: a row's input fields, then what is derived from them.
 *
 * @param inputs how many columns are input fields
 * @param formulas of the derived columns, each after those that it asks for
 * @param sources by column: the input fields that it is made of; an input field is made of itself
 */
public record Derivation(int inputs, List<Formula> formulas, List<BitSet> sources) {
    public Derivation {
        formulas = List.copyOf(formulas);
        sources = List.copyOf(sources);
    }

    /** Number of columns. */
    public int size() {
        return sources.size();
    }

    /** The input fields that a column is made of. */
    public BitSet sources(int column) {
        return sources.get(column);
    }
}
