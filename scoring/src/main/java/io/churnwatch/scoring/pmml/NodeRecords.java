package io.churnwatch.scoring.pmml;

import java.util.List;
import org.dmg.pmml.ScoreDistribution;
import org.dmg.pmml.tree.Node;

/** How many training records reached a node. */
final class NodeRecords {
    /** From the node's distribution, otherwise from its record count; 0 without either. */
    static double of(Node node) {
        double sum = 0;
        for (ScoreDistribution share : distributions(node)) {
            sum += share.getRecordCount() == null ? 0 : share.getRecordCount().doubleValue();
        }
        Number count = node.getRecordCount();
        return sum > 0 || count == null ? sum : count.doubleValue();
    }

    /** The records that went to none of the node's children. */
    static double leftOver(Node node) {
        double children = node.getNodes().stream().mapToDouble(NodeRecords::of).sum();
        return Math.max(0, of(node) - children);
    }

    /** The shares of the classes at a node; the class model has nodes that cannot have any. */
    static List<ScoreDistribution> distributions(Node node) {
        return node.hasScoreDistributions() ? node.getScoreDistributions() : List.of();
    }

    private NodeRecords() {}
}
