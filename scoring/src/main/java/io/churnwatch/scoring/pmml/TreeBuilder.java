package io.churnwatch.scoring.pmml;

import io.churnwatch.scoring.forest.FlatForest;
import io.churnwatch.scoring.forest.ValueSet;
import io.churnwatch.scoring.pmml.document.UnsupportedPmmlException;
import io.churnwatch.scoring.pmml.field.Scope;
import java.util.ArrayList;
import java.util.List;
import org.dmg.pmml.tree.Node;
import org.dmg.pmml.tree.TreeModel;

/**
 * Compiles a PMML tree. A PMML node tries its children in order and goes to the first whose predicate is true; that
 * becomes a chain of binary nodes.
 *
 * @see <a href="https://dmg.org/pmml/v4-4-1/TreeModel.html">PMML 4.4, Tree Models</a>
 */
final class TreeBuilder {
    private final TreeModel tree;
    private final ForestBuilder forest;
    private final Decisions decisions;
    private final LeafReader leaves;
    private final PredicateReader predicates;
    private final String place;

    private TreeBuilder(TreeModel tree, Scope scope, LeafReader leaves, String place, ForestBuilder forest) {
        this.tree = tree;
        this.forest = forest;
        this.decisions = new Decisions(forest, scope.columns().encoders().size(), place);
        this.leaves = leaves;
        this.place = place;
        this.predicates = new PredicateReader(scope, place);
    }

    /**
     * Adds a tree to the forest.
     *
     * @param place what messages call the tree
     */
    static void add(TreeModel tree, Scope scope, LeafReader leaves, String place, ForestBuilder forest)
            throws UnsupportedPmmlException {
        forest.addTree(new TreeBuilder(tree, scope, leaves, place, forest).root());
    }

    /** The position of the root. */
    private int root() throws UnsupportedPmmlException {
        Node root = tree.requireNode();
        Condition condition = predicates.read(root.requirePredicate());
        int top = node(root);
        return condition == Condition.Answer.TRUE
                ? top
                : decisions.decideWhole(condition, top, forest.noPrediction(), FlatForest.NOWHERE);
    }

    private int node(Node node) throws UnsupportedPmmlException {
        if (!node.hasNodes()) {
            return leaf(node, NodeRecords.of(node));
        }
        List<Node> children = node.getNodes();
        if (children.size() > ForestBuilder.LEVELS_MAX) {
            throw unsupported("a Node of more than " + ForestBuilder.LEVELS_MAX + " children");
        }
        List<Condition> conditions = conditions(children);
        int[] targets = new int[conditions.size()];
        for (int i = 0; i < targets.length; i++) {
            targets[i] = node(children.get(i));
        }
        return askOneColumn(conditions) ? chainOfOne(node, conditions, targets) : chain(node, conditions, targets);
    }

    private static boolean askOneColumn(List<Condition> conditions) {
        Integer column = null;
        for (Condition condition : conditions) {
            if (condition instanceof Condition.Question question && (column == null || column == question.column())) {
                column = question.column();
            } else if (condition != Condition.Answer.TRUE) {
                return false;
            }
        }
        return column != null;
    }

    /**
     * Children that ask the same column, as those of a binary tree do: what the last of them asks is often known by then, and where
     * a row without the value goes always is.
     */
    private int chainOfOne(Node node, List<Condition> conditions, int[] targets) throws UnsupportedPmmlException {
        int end = 0;
        for (ValueSet left = ValueSet.ALL; end < targets.length; end++) {
            ValueSet holds = holds(conditions.get(end));
            left = left.combine(holds, (in, taken) -> in && !taken);
            if (left.equals(ValueSet.NONE)) {
                break;
            }
        }
        int elsewhere = missing(node, conditions, targets);
        if (end == 0) {
            return known((Condition.Question) conditions.get(0), targets[0], elsewhere);
        }
        int next = end < targets.length ? targets[end] : noTrueChild(node);
        for (int i = Math.min(end, targets.length) - 1; i >= 0; i--) {
            next = decisions.ask((Condition.Question) conditions.get(i), targets[i], next, elsewhere);
        }
        return next;
    }

    /** The first child takes every row that has a value. */
    private int known(Condition.Question question, int always, int elsewhere) throws UnsupportedPmmlException {
        if (elsewhere == always) {
            return always;
        }
        int right = elsewhere == FlatForest.NOWHERE ? forest.noPrediction() : elsewhere;
        return decisions.ask(
                new Condition.Question(question.column(), ValueSet.ALL, Condition.Answer.FALSE),
                always,
                right,
                elsewhere);
    }

    private static ValueSet holds(Condition condition) {
        return condition instanceof Condition.Question question ? question.holds() : ValueSet.ALL;
    }

    /** Where a row goes that has no value in the column that all children ask. */
    private int missing(Node node, List<Condition> conditions, int[] targets) throws UnsupportedPmmlException {
        for (int i = 0; i < targets.length; i++) {
            Condition.Answer answer = conditions.get(i) instanceof Condition.Question question
                    ? question.missing()
                    : Condition.Answer.TRUE;
            boolean goesOn = tree.getMissingValueStrategy() == TreeModel.MissingValueStrategy.NONE;
            if (answer == Condition.Answer.TRUE) {
                return targets[i];
            }
            if (answer == Condition.Answer.UNKNOWN && !goesOn) {
                return unknown(node, targets, FlatForest.NOWHERE);
            }
        }
        boolean last = tree.getNoTrueChildStrategy() == TreeModel.NoTrueChildStrategy.RETURN_LAST_PREDICTION;
        return last && node.hasScore() ? leaf(node, 0) : FlatForest.NOWHERE;
    }

    private int chain(Node node, List<Condition> conditions, int[] targets) throws UnsupportedPmmlException {
        int last = targets.length - 1;
        boolean always = conditions.get(last) == Condition.Answer.TRUE;
        int next = always ? targets[last] : noTrueChild(node);
        for (int i = always ? last - 1 : last; i >= 0; i--) {
            next = decisions.decideWhole(conditions.get(i), targets[i], next, unknown(node, targets, next));
        }
        return next;
    }

    /** Of the children up to the first that always takes a row. */
    private List<Condition> conditions(List<Node> children) throws UnsupportedPmmlException {
        List<Condition> conditions = new ArrayList<>();
        for (Node child : children) {
            conditions.add(predicates.read(child.requirePredicate()));
            if (conditions.get(conditions.size() - 1) == Condition.Answer.TRUE) {
                break;
            }
        }
        return conditions;
    }

    /** Where a row goes for which no child is true. */
    private int noTrueChild(Node node) throws UnsupportedPmmlException {
        boolean last = tree.getNoTrueChildStrategy() == TreeModel.NoTrueChildStrategy.RETURN_LAST_PREDICTION;
        return last && node.hasScore() ? leaf(node, NodeRecords.leftOver(node)) : forest.noPrediction();
    }

    /** Where a row goes for which it is unknown whether a child is true. */
    private int unknown(Node node, int[] targets, int next) throws UnsupportedPmmlException {
        return switch (tree.getMissingValueStrategy()) {
            case NONE -> next;
            case NULL_PREDICTION -> FlatForest.NOWHERE;
            case LAST_PREDICTION -> leaf(node, 0);
            case DEFAULT_CHILD -> targets[defaultChild(node, targets)];
            default ->
                throw unsupported(
                        "missingValueStrategy " + tree.getMissingValueStrategy().value());
        };
    }

    private int defaultChild(Node node, int[] targets) throws UnsupportedPmmlException {
        Object wanted = node.requireDefaultChild();
        for (int i = 0; i < targets.length; i++) {
            Node child = node.getNodes().get(i);
            if (child == wanted || (child.getId() != null && child.getId().equals(wanted))) {
                return i;
            }
        }
        throw unsupported("the defaultChild " + wanted + ", which is no child of its Node,");
    }

    private int leaf(Node node, double cover) throws UnsupportedPmmlException {
        if (node.getScore() == null || node.getEmbeddedModel() != null) {
            throw unsupported("a leaf without score, or with a model of its own,");
        }
        return forest.leaf(leaves.value(node), cover);
    }

    private UnsupportedPmmlException unsupported(String element) {
        return new UnsupportedPmmlException("Not supported: " + element + " in " + place);
    }
}
