package io.churnwatch.bench.scoring.contender;

import static io.churnwatch.bench.scoring.contender.Contender.JPMML;
import static io.churnwatch.bench.scoring.contender.Contender.KEPT_0;
import static io.churnwatch.bench.scoring.contender.Contender.KEPT_100;
import static io.churnwatch.bench.scoring.contender.Contender.KEPT_50;
import static io.churnwatch.bench.scoring.contender.Contender.KEPT_88;
import static io.churnwatch.bench.scoring.contender.Contender.KEPT_95;
import static io.churnwatch.bench.scoring.contender.Contender.NAIVE;
import static io.churnwatch.bench.scoring.contender.Contender.ONNX_RUNTIME;
import static io.churnwatch.bench.scoring.contender.Contender.OURS;
import static io.churnwatch.bench.scoring.contender.Contender.OURS_AT_ONCE;
import static io.churnwatch.bench.scoring.contender.Contender.OURS_FROM_PROFILE;
import static io.churnwatch.bench.scoring.contender.Contender.SAABAS;
import static io.churnwatch.bench.scoring.contender.Contender.SPARK;
import static io.churnwatch.bench.scoring.contender.Contender.TEXTBOOK_TREE_SHAP;
import static io.churnwatch.bench.scoring.contender.Contender.TREELITE;
import static io.churnwatch.bench.scoring.contender.Contender.TREELITE_TUNED;
import static io.churnwatch.bench.scoring.contender.Contender.TREE_SHAP;
import static io.churnwatch.bench.scoring.contender.Contender.TREE_SHAP_AT_ONCE;
import static io.churnwatch.bench.scoring.contender.Contender.TREE_SHAP_FROM_PROFILE;

import io.churnwatch.bench.scoring.forest.Origin;
import java.util.Arrays;
import java.util.List;

/** Contenders that are held against each other: a table and a chart of the report. */
public enum Comparison {
    SCORING(
            Origin.SPARK,
            "Scoring one row",
            JPMML,
            "times jpmml's speed",
            List.of(OURS, OURS_FROM_PROFILE, OURS_AT_ONCE, NAIVE, SPARK, JPMML)),
    KEEPING(
            Origin.SPARK,
            "Scoring with the key kept",
            OURS,
            "times the speed without keys",
            List.of(OURS, KEPT_0, KEPT_50, KEPT_88, KEPT_95, KEPT_100)),
    EXPLAINING(
            Origin.SPARK,
            "Explaining one row",
            TEXTBOOK_TREE_SHAP,
            "times the textbook's speed",
            List.of(TREE_SHAP, TREE_SHAP_FROM_PROFILE, TREE_SHAP_AT_ONCE, SAABAS, TEXTBOOK_TREE_SHAP)),
    PEERS(
            Origin.SCIKIT_LEARN,
            "Scoring one row beside peers",
            OURS,
            "times Churnwatch's time",
            List.of(OURS, TREELITE_TUNED, TREELITE, ONNX_RUNTIME, JPMML));

    private final Origin origin;
    private final String title;
    private final Contender reference;
    private final String ratio;
    private final List<Contender> contenders;

    Comparison(Origin origin, String title, Contender reference, String ratio, List<Contender> contenders) {
        this.origin = origin;
        this.title = title;
        this.reference = reference;
        this.ratio = ratio;
        this.contenders = List.copyOf(contenders);
    }

    /** What is compared on forests of an origin. */
    public static List<Comparison> on(Origin origin) {
        return Arrays.stream(values())
                .filter(comparison -> comparison.origin == origin)
                .toList();
    }

    /** For people. */
    public String title() {
        return title;
    }

    /** Whose ratio is 1. */
    public Contender reference() {
        return reference;
    }

    /** What is said of the times of a contender and of the reference. */
    public String ratio() {
        return ratio;
    }

    public List<Contender> contenders() {
        return contenders;
    }

    /** Whether a contender has a bar in the chart: beside jpmml's the peers' would be a few pixels long. */
    public boolean charts(Contender contender) {
        return this != PEERS || contender != JPMML;
    }

    /**
     * The figure under {@link #ratio}.
     *
     * @param time of a contender
     * @param referenceTime of the reference, in the same unit
     */
    public double ratio(double time, double referenceTime) {
        return this == PEERS ? time / referenceTime : referenceTime / time;
    }

    /** Explanations take a thousand times as long as scores. */
    public boolean inMicroseconds() {
        return this == EXPLAINING;
    }
}
