package io.churnwatch.scoring.jpmml.fuzz;

import java.util.List;
import java.util.Map;

/** What attributes of PMML may say, and which an element may have besides those that it has. */
final class PmmlVocabulary {
    static final Map<String, List<String>> VALUES = Map.ofEntries(
            entry("functionName", "classification regression clustering"),
            entry(
                    "multipleModelMethod",
                    "majorityVote weightedMajorityVote average weightedAverage median weightedMedian max sum weightedSum"
                            + " selectFirst selectAll modelChain"),
            entry("missingPredictionTreatment", "returnMissing skipSegment continue"),
            entry("missingThreshold", "0 0.5 1"),
            entry(
                    "missingValueStrategy",
                    "lastPrediction nullPrediction defaultChild weightedConfidence aggregateNodes none"),
            entry("missingValuePenalty", "1 0.5"),
            entry("noTrueChildStrategy", "returnNullPrediction returnLastPrediction"),
            entry("splitCharacteristic", "binarySplit multiSplit"),
            entry("operator", "equal notEqual lessThan lessOrEqual greaterThan greaterOrEqual isMissing isNotMissing"),
            entry("booleanOperator", "and or xor surrogate isIn isNotIn"),
            entry("optype", "categorical ordinal continuous"),
            entry("dataType", "string integer float double boolean date dateTime"),
            entry("usageType", "active target predicted supplementary group frequencyWeight"),
            entry("missingValueTreatment", "asIs asMean asMode asMedian asValue returnInvalid"),
            entry("invalidValueTreatment", "returnInvalid asIs asMissing asValue"),
            entry("outliers", "asIs asMissingValues asExtremeValues"),
            entry("property", "valid invalid missing"),
            entry("closure", "openOpen openClosed closedOpen closedClosed"),
            entry("normalizationMethod", "none simplemax softmax logit probit cloglog exp loglog cauchit"),
            entry("x-mathContext", "float double"),
            entry("isScorable", "true false"),
            entry("isCyclic", "0 1"),
            entry("castInteger", "round ceiling floor"),
            entry(
                    "feature",
                    "predictedValue transformedValue decision probability affinity residual entityId confidence"),
            entry("type", "int real string"),
            entry(
                    "function",
                    "+ - * / min max sum avg product ln log10 exp sqrt abs pow floor ceil round threshold isMissing isNotMissing"
                            + " equal notEqual lessThan lessOrEqual greaterThan greaterOrEqual and or not isIn isNotIn if"
                            + " uppercase lowercase substring trimBlanks concat modulo median nonsense"));

    static final Map<String, List<String>> ATTRIBUTES = Map.ofEntries(
            entry("DataField", "optype dataType isCyclic displayName"),
            entry("Value", "property value"),
            entry("Interval", "closure leftMargin rightMargin"),
            entry(
                    "MiningField",
                    "usageType optype missingValueReplacement missingValueTreatment invalidValueTreatment"
                            + " invalidValueReplacement outliers lowValue highValue"),
            entry("DerivedField", "optype dataType"),
            entry("Apply", "function mapMissingTo defaultValue invalidValueTreatment"),
            entry("Constant", "dataType missing"),
            entry("FieldRef", "mapMissingTo"),
            entry("NormContinuous", "mapMissingTo outliers"),
            entry("NormDiscrete", "mapMissingTo"),
            entry("MapValues", "mapMissingTo defaultValue dataType"),
            entry("Discretize", "mapMissingTo defaultValue dataType"),
            entry("MiningModel", "functionName isScorable x-mathContext"),
            entry("Segmentation", "multipleModelMethod missingPredictionTreatment missingThreshold"),
            entry("Segment", "weight id"),
            entry(
                    "TreeModel",
                    "functionName isScorable x-mathContext missingValueStrategy missingValuePenalty noTrueChildStrategy"
                            + " splitCharacteristic"),
            entry("Node", "score recordCount defaultChild id"),
            entry("ScoreDistribution", "recordCount probability confidence"),
            entry("Array", "type n"),
            entry("RegressionModel", "functionName normalizationMethod isScorable x-mathContext"),
            entry("RegressionTable", "intercept targetCategory"),
            entry("NumericPredictor", "exponent coefficient"),
            entry("Target", "castInteger min max rescaleConstant rescaleFactor optype"),
            entry("OutputField", "feature value dataType optype targetField isFinalResult"));

    /** What a number, or a word in its place, may be. */
    static final List<String> ODD_VALUES = List.of(
            "0",
            "-0.0",
            "1",
            "-1",
            "2",
            "0.5",
            "1e999",
            "-1e999",
            "NaN",
            "INF",
            "-INF",
            "Infinity",
            "",
            " ",
            " 1 ",
            "1,5",
            "abc",
            "0x1p3",
            "1d",
            "2147483647",
            "2147483648",
            "99999999999",
            "1e-320",
            "1E308",
            "true",
            "null",
            "\u00e9",
            "40.5",
            "France");

    private static Map.Entry<String, List<String>> entry(String name, String values) {
        return Map.entry(name, List.of(values.split(" ")));
    }

    private PmmlVocabulary() {}
}
