package io.churnwatch.scoring.shap;

import io.churnwatch.scoring.forest.ForestColumns;
import io.churnwatch.scoring.forest.SplitTests;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * The players among whom Shapley's rule divides a score: the input fields. A column derived from one field counts as that field. A
 * column derived from several is a player of its own, whose part they share equally, as none of them acts there without the others.
 */
final class Players {
    private final int fields;
    private final List<BitSet> players = new ArrayList<>(); // the fields of each
    private final int[] player; // by axis

    Players(ForestColumns columns, SplitTests tests) {
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

    /** The player of an axis. */
    int of(int axis) {
        return player[axis];
    }

    /** Writes the fields' contributions: their own as players, and their share of the players derived from several fields. */
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
