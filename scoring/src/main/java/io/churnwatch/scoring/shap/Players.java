package io.churnwatch.scoring.shap;

import io.churnwatch.scoring.forest.Derivation;
import io.churnwatch.scoring.forest.SplitTests;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Among whom Shapley's rule shares out a score: the input fields. What is derived of one field counts as that field; what is derived of
 * several is a player of its own, whose part they share equally, for none of them can do anything there without the others.
 */
final class Players {
    private final int fields;
    private final List<BitSet> players = new ArrayList<>(); // the fields of each
    private final int[] player; // by axis

    Players(Derivation columns, SplitTests tests) {
        fields = columns.inputs();
        for (int field = 0; field < fields; field++) {
            players.add(columns.sources(field));
        }
        player = new int[tests.axes()];
        for (int axis = 0; axis < player.length; axis++) {
            BitSet inputs = columns.sources(tests.column(axis));
            if (!players.contains(inputs)) {
                players.add(inputs);
            }
            player[axis] = players.indexOf(inputs);
        }
    }

    int size() {
        return players.size();
    }

    /** The player whose value an axis is. */
    int of(int axis) {
        return player[axis];
    }

    /** Writes the fields' contributions: the players' own, and their part in those that are derived of several. */
    void share(double[] ofPlayers, double[] ofFields) {
        System.arraycopy(ofPlayers, 0, ofFields, 0, fields);
        for (int p = fields; p < players.size(); p++) {
            BitSet inputs = players.get(p);
            for (int field = inputs.nextSetBit(0); field >= 0; field = inputs.nextSetBit(field + 1)) {
                ofFields[field] += ofPlayers[p] / inputs.cardinality();
            }
        }
    }
}
