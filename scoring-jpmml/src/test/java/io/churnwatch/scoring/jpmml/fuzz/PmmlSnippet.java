package io.churnwatch.scoring.jpmml.fuzz;

import java.util.List;

/**
 * Something that may stand in an element, and changes what it means.
 *
 * @param xml with FIELD and OTHER for the names of fields
 * @param position before the child of that number
 */
record PmmlSnippet(String parent, int position, String xml) {
    private static final int LAST = Integer.MAX_VALUE;

    static final List<PmmlSnippet> ALL = List.of(
            new PmmlSnippet("DataField", 0, "<Interval closure=\"closedOpen\" leftMargin=\"10\" rightMargin=\"60\"/>"),
            new PmmlSnippet("DataField", 0, "<Interval closure=\"openClosed\" rightMargin=\"0.5\"/>"),
            new PmmlSnippet("DataField", LAST, "<Value value=\"1\" property=\"missing\"/>"),
            new PmmlSnippet("DataField", LAST, "<Value value=\"-999\" property=\"missing\"/>"),
            new PmmlSnippet("DataField", LAST, "<Value value=\"0\" property=\"invalid\"/>"),
            new PmmlSnippet("DataField", LAST, "<Value value=\"2\"/>"),
            new PmmlSnippet("DataField", LAST, "<Value value=\"Spain\"/>"),
            new PmmlSnippet("MiningSchema", LAST, "<MiningField name=\"FIELD\"/>"),
            new PmmlSnippet("MiningSchema", LAST, "<MiningField name=\"nowhere\"/>"),
            new PmmlSnippet("MiningSchema", LAST, "<MiningField name=\"FIELD\" usageType=\"supplementary\"/>"),
            transformation(
                    "<Apply function=\"+\"><FieldRef field=\"FIELD\"/><Constant dataType=\"double\">1</Constant></Apply>"),
            transformation("<Apply function=\"/\"><FieldRef field=\"FIELD\"/><FieldRef field=\"OTHER\"/></Apply>"),
            transformation("<FieldRef field=\"OTHER\"/>"),
            transformation("<FieldRef field=\"FIELD\"/>"),
            new PmmlSnippet(
                    "MiningModel",
                    1,
                    "<Targets><Target field=\"FIELD\" rescaleFactor=\"2\" rescaleConstant=\"1\"/></Targets>"),
            new PmmlSnippet("TreeModel", 1, "<Targets><Target rescaleFactor=\"0.5\" castInteger=\"round\"/></Targets>"),
            new PmmlSnippet(
                    "TreeModel",
                    1,
                    "<Targets><Target field=\"FIELD\"><TargetValue value=\"1\" priorProbability=\"0.5\"/></Target></Targets>"),
            new PmmlSnippet(
                    "TreeModel", 1, "<Output><OutputField name=\"p\" feature=\"probability\" value=\"1\"/></Output>"),
            new PmmlSnippet("Node", 1, "<ScoreDistribution value=\"1\" recordCount=\"5\"/>"),
            new PmmlSnippet("Node", 1, "<ScoreDistribution value=\"0\" recordCount=\"5\" probability=\"0.25\"/>"),
            new PmmlSnippet(
                    "Node", LAST, "<Node score=\"1\"><True/><ScoreDistribution value=\"1\" recordCount=\"2\"/></Node>"),
            new PmmlSnippet("Node", 1, "<Node score=\"0\"><False/></Node>"),
            new PmmlSnippet("Node", 1, "<Partition name=\"a\"/>"),
            new PmmlSnippet("Node", 1, "<Extension name=\"a\" value=\"b\"><a xmlns=\"\"/></Extension>"),
            new PmmlSnippet("Segment", 0, "<Extension name=\"a\"/>"),
            new PmmlSnippet("Segment", LAST, "<VariableWeight field=\"FIELD\"/>"),
            new PmmlSnippet(
                    "Segment",
                    LAST,
                    "<TreeModel functionName=\"regression\"><MiningSchema/><Node score=\"1\"><True/></Node></TreeModel>"),
            new PmmlSnippet("RegressionTable", 0, "<NumericPredictor name=\"FIELD\" coefficient=\"0.5\"/>"),
            new PmmlSnippet(
                    "RegressionTable", 0, "<CategoricalPredictor name=\"FIELD\" value=\"1\" coefficient=\"0.5\"/>"),
            new PmmlSnippet("PMML", 1, "<MiningBuildTask/>"),
            new PmmlSnippet(
                    "PMML",
                    LAST,
                    "<TreeModel functionName=\"classification\"><MiningSchema/><Node><True/></Node></TreeModel>"));

    private static PmmlSnippet transformation(String expression) {
        String field = "<LocalTransformations><DerivedField name=\"FIELD\" optype=\"continuous\" dataType=\"double\">"
                + expression + "</DerivedField></LocalTransformations>";
        return new PmmlSnippet("TreeModel", 1, field);
    }
}
