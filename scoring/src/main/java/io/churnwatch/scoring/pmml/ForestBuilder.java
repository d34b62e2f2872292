package io.churnwatch.scoring.pmml;

import io.churnwatch.scoring.forest.FlatForest;
import io.churnwatch.scoring.forest.SplitTest;
import io.churnwatch.scoring.forest.ValueSet;
import io.churnwatch.scoring.pmml.document.UnsupportedPmmlException;
import io.churnwatch.scoring.pmml.field.Scope;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.dmg.pmml.ScoreDistribution;
import org.dmg.pmml.tree.Node;
import org.dmg.pmml.tree.TreeModel;

/**
 * Compiles PMML trees to a {@link FlatForest}. A PMML node asks its children one after the other and goes to the first whose
 * predicate is true; that becomes a chain of binary nodes.
 *
 * @see <a href="https://dmg.org/pmml/v4-4-1/TreeModel.html">PMML 4.4, Tree Models</a>
 */
final class ForestBuilder {
    /** Questions on the way to a leaf, one for each child that is asked before; engines and explanations walk trees recursively. */
    static final int LEVELS_MAX = 1_000;

    /** Questions that compound predicates make: of n columns that must all agree, two to the n. */
    private static final int JOINT_QUESTIONS_MAX = 1_000_000;

    /** What the leaves of a tree are worth. */
    interface LeafReader {
        double value(Node leaf) throws UnsupportedPmmlException;
    }

    private final List<FlatNode> nodes = new ArrayList<>();
    private final List<Integer> roots = new ArrayList<>();
    private final Map<SplitTest, Integer> tests = new HashMap<>();
    private final List<SplitTest> testList = new ArrayList<>();
    private int jointQuestions;

    /** One node of the arrays to be; {@code left}, {@code right} and {@code elsewhere} are positions. */
    private record FlatNode(int test, double value, int left, int right, int elsewhere, double cover, int levels) {}

    void add(TreeModel tree, Scope scope, LeafReader leaves, String place) throws UnsupportedPmmlException {
        roots.add(new TreeBuilder(tree, scope, leaves, place).build());
    }

    FlatForest build() {
        return new FlatForest(
                List.copyOf(testList),
                roots.stream().mapToInt(Integer::intValue).toArray(),
                nodes.stream().mapToInt(FlatNode::test).toArray(),
                nodes.stream().mapToDouble(FlatNode::value).toArray(),
                nodes.stream().mapToInt(FlatNode::left).toArray(),
                nodes.stream().mapToInt(FlatNode::right).toArray(),
                nodes.stream().mapToInt(FlatNode::elsewhere).toArray(),
                nodes.stream().mapToDouble(FlatNode::cover).toArray(),
                hasOneParentEach());
    }

    private boolean hasOneParentEach() {
        boolean[] hasParent = new boolean[nodes.size()];
        for (FlatNode node : nodes) {
            if (node.test() != FlatForest.LEAF) {
                if (hasParent[node.left()] || hasParent[node.right()] || node.left() == node.right()) {
                    return false;
                }
                hasParent[node.left()] = true;
                hasParent[node.right()] = true;
            }
        }
        return true;
    }

    private int addLeaf(double value, double cover) {
        return add(new FlatNode(FlatForest.LEAF, value, 0, 0, FlatForest.NOWHERE, cover, 0));
    }

    private int add(FlatNode node) {
        nodes.add(node);
        return nodes.size() - 1;
    }

    private int testOf(SplitTest test) {
        return tests.computeIfAbsent(test, distinct -> {
            testList.add(distinct);
            return testList.size() - 1;
        });
    }

    /** One tree. */
    private final class TreeBuilder {
        private final TreeModel tree;
        private final LeafReader leaves;
        private final PredicateReader predicates;
        private final String place;
        private final int inputs; // columns before the first derived one
        private int deciding; // compounds and their parts that wait for each other

        TreeBuilder(TreeModel tree, Scope scope, LeafReader leaves, String place) {
            this.tree = tree;
            this.leaves = leaves;
            this.place = place;
            this.predicates = new PredicateReader(scope, place);
            this.inputs = scope.columns().encoders().size();
        }

        int build() throws UnsupportedPmmlException {
            Node root = tree.requireNode();
            Condition condition = predicates.read(root.requirePredicate());
            int top = node(root);
            return condition == Condition.Answer.TRUE
                    ? top
                    : decideWhole(condition, top, noPrediction(), FlatForest.NOWHERE);
        }

        private int node(Node node) throws UnsupportedPmmlException {
            if (!node.hasNodes()) {
                return leaf(node, cover(node));
            }
            List<Node> children = node.getNodes();
            if (children.size() > LEVELS_MAX) {
                throw unsupported("a Node of more than " + LEVELS_MAX + " children");
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
                if (condition instanceof Condition.Question question
                        && (column == null || column == question.column())) {
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
                next = ask((Condition.Question) conditions.get(i), targets[i], next, elsewhere);
            }
            return next;
        }

        /** The first child takes every row that has a value. */
        private int known(Condition.Question question, int always, int elsewhere) throws UnsupportedPmmlException {
            if (elsewhere == always) {
                return always;
            }
            int right = elsewhere == FlatForest.NOWHERE ? noPrediction() : elsewhere;
            return ask(
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
                next = decideWhole(conditions.get(i), targets[i], next, unknown(node, targets, next));
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
            return last && node.hasScore() ? leaf(node, remainingCover(node)) : noPrediction();
        }

        /** Where a row goes for which it is unknown whether a child is true. */
        private int unknown(Node node, int[] targets, int next) throws UnsupportedPmmlException {
            return switch (tree.getMissingValueStrategy()) {
                case NONE -> next;
                case NULL_PREDICTION -> FlatForest.NOWHERE;
                case LAST_PREDICTION -> leaf(node, 0);
                case DEFAULT_CHILD -> targets[defaultChild(node, targets)];
                default ->
                    throw unsupported("missingValueStrategy "
                            + tree.getMissingValueStrategy().value());
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
            return addLeaf(leaves.value(node), cover);
        }

        private int noPrediction() {
            return addLeaf(Double.NaN, 0);
        }

        /** Decides after every derived field is computed that jpmml computes for it: one that fails leaves the row without a score. */
        private int decideWhole(Condition condition, int yes, int no, int unknown) throws UnsupportedPmmlException {
            int next = decide(condition, yes, no, unknown);
            if (condition instanceof Condition.Compound compound) {
                for (int column : derived(compound).boxed().distinct().toList()) {
                    next = ask(new Condition.Question(column, ValueSet.ALL, Condition.Answer.TRUE), next, next, next);
                }
            }
            return next;
        }

        /** The derived columns that a condition asks in any case; only surrogates are asked for want of the one before. */
        private IntStream derived(Condition condition) {
            if (condition instanceof Condition.Question question) {
                return IntStream.of(question.column()).filter(column -> column >= inputs);
            }
            if (condition instanceof Condition.Compound compound) {
                int asked = compound.joint() == Condition.Joint.SURROGATE
                        ? 1
                        : compound.conditions().size();
                return compound.conditions().stream().limit(asked).flatMapToInt(this::derived);
            }
            return IntStream.empty();
        }

        /** Goes to one of three nodes; a compound of several columns asks them in turn, and its targets are reached several ways. */
        private int decide(Condition condition, int yes, int no, int unknown) throws UnsupportedPmmlException {
            if (condition instanceof Condition.Answer answer) {
                return target(answer, yes, no, unknown);
            }
            if (condition instanceof Condition.Question question) {
                return ask(question, yes, no, target(question.missing(), yes, no, unknown));
            }
            Condition.Compound compound = (Condition.Compound) condition;
            return decide(compound.joint(), compound.conditions(), yes, no, unknown);
        }

        private int decide(Condition.Joint joint, List<Condition> conditions, int yes, int no, int unknown)
                throws UnsupportedPmmlException {
            if (++jointQuestions > JOINT_QUESTIONS_MAX || ++deciding > LEVELS_MAX) {
                throw unsupported("a CompoundPredicate of so many columns");
            }
            int decision = decideInTurn(joint, conditions, yes, no, unknown);
            deciding--;
            return decision;
        }

        private int decideInTurn(Condition.Joint joint, List<Condition> conditions, int yes, int no, int unknown)
                throws UnsupportedPmmlException {
            Condition first = conditions.get(0);
            if (conditions.size() == 1) {
                return decide(first, yes, no, unknown);
            }
            List<Condition> rest = conditions.subList(1, conditions.size());
            return switch (joint) {
                case AND ->
                    decide(
                            first,
                            decide(joint, rest, yes, no, unknown),
                            no,
                            decide(joint, rest, unknown(unknown), no, unknown));
                case OR ->
                    decide(
                            first,
                            yes,
                            decide(joint, rest, yes, no, unknown),
                            decide(joint, rest, yes, unknown(unknown), unknown));
                case XOR ->
                    decide(
                            first,
                            decide(joint, rest, no, yes, unknown),
                            decide(joint, rest, yes, no, unknown),
                            unknown);
                case SURROGATE -> decide(first, yes, no, decide(joint, rest, yes, no, unknown));
            };
        }

        /** As a node that can be gone to by an answer. */
        private int unknown(int unknown) {
            return unknown == FlatForest.NOWHERE ? noPrediction() : unknown;
        }

        private static int target(Condition.Answer answer, int yes, int no, int unknown) {
            return switch (answer) {
                case TRUE -> yes;
                case FALSE -> no;
                case UNKNOWN -> unknown;
            };
        }

        /** The lowest values go left: then whether a row goes right is a question of how far its value lies up. */
        private int ask(Condition.Question question, int yes, int no, int elsewhere) throws UnsupportedPmmlException {
            boolean holdsLeft = question.holds().startsInside();
            ValueSet goesLeft = holdsLeft ? question.holds() : question.holds().complement();
            int left = holdsLeft ? yes : no;
            int right = holdsLeft ? no : yes;
            SplitTest.Missing missing = elsewhere == left
                    ? SplitTest.Missing.LEFT
                    : elsewhere == right ? SplitTest.Missing.RIGHT : SplitTest.Missing.ELSEWHERE;
            int test = testOf(new SplitTest(question.column(), goesLeft, missing));
            double cover = nodes.get(left).cover() + nodes.get(right).cover();
            return add(new FlatNode(test, Double.NaN, left, right, elsewhere, cover, levels(left, right, elsewhere)));
        }

        private int levels(int left, int right, int elsewhere) throws UnsupportedPmmlException {
            int missing =
                    elsewhere == FlatForest.NOWHERE ? 0 : nodes.get(elsewhere).levels();
            int below = Math.max(
                    missing, Math.max(nodes.get(left).levels(), nodes.get(right).levels()));
            if (below == LEVELS_MAX) {
                throw unsupported("a tree of more than " + LEVELS_MAX + " levels");
            }
            return below + 1;
        }

        private UnsupportedPmmlException unsupported(String element) {
            return new UnsupportedPmmlException("Not supported: " + element + " in " + place);
        }
    }

    /** The training records of a node: as it counts them, else as its distribution does; 0 when neither says. */
    private static double cover(Node node) {
        double sum = 0;
        for (ScoreDistribution share : distributions(node)) {
            sum += share.getRecordCount() == null ? 0 : share.getRecordCount().doubleValue();
        }
        Number count = node.getRecordCount();
        return sum > 0 || count == null ? sum : count.doubleValue();
    }

    /** The shares of the classes at a node; the class model has nodes that cannot have any. */
    static List<ScoreDistribution> distributions(Node node) {
        return node.hasScoreDistributions() ? node.getScoreDistributions() : List.of();
    }

    /** The records of a node that none of its children took. */
    private static double remainingCover(Node node) {
        double children =
                node.getNodes().stream().mapToDouble(ForestBuilder::cover).sum();
        return Math.max(0, cover(node) - children);
    }
}
