package io.churnwatch.bench.scoring.contender;

import static io.churnwatch.bench.scoring.contender.Platform.JVM;
import static io.churnwatch.bench.scoring.contender.Platform.JVM_WITH_SPARK;
import static io.churnwatch.bench.scoring.contender.Platform.PROGRAM;

import io.churnwatch.bench.scoring.forest.Origin;
import io.churnwatch.bench.scoring.forest.TreeliteProgram;
import java.util.EnumSet;
import java.util.List;

/** What is measured. */
public enum Contender {
    OURS("Churnwatch, encoded row", JVM, "ours"),
    OURS_FROM_PROFILE("Churnwatch, from the profile", JVM, "oursFromProfile"),
    OURS_AT_ONCE("Churnwatch, 2,000 encoded rows at once", JVM, "oursAtOnce"),
    SPARK("Spark's predictProbability, vector", JVM_WITH_SPARK, "spark"),
    JPMML("jpmml, raw values by name", JVM, "jpmml"),

    TREE_SHAP("Churnwatch TreeSHAP, encoded row", JVM, "treeShap"),
    TREE_SHAP_FROM_PROFILE("Churnwatch TreeSHAP, from the profile", JVM, "treeShapFromProfile"),
    TREE_SHAP_AT_ONCE("Churnwatch TreeSHAP, 508 encoded rows at once", JVM, "treeShapAtOnce"),
    TEXTBOOK_TREE_SHAP("Textbook TreeSHAP, encoded row", JVM, "textbookTreeShap"),

    ONNX_RUNTIME("ONNX Runtime, Java API, vector", JVM, "onnxRuntime"),
    TREELITE("Treelite's C, vector", PROGRAM, TreeliteProgram.PLAIN),
    TREELITE_TUNED("Treelite's C, tuned, vector", PROGRAM, TreeliteProgram.TUNED);

    private final String title;
    private final Platform platform;
    private final String entry;

    Contender(String title, Platform platform, String entry) {
        this.title = title;
        this.platform = platform;
        this.entry = entry;
    }

    /** For people. */
    public String title() {
        return title;
    }

    public Platform platform() {
        return platform;
    }

    /** The name of the method that is measured, or of the program. */
    public String entry() {
        return entry;
    }

    /** Explaining takes a hundred times as long as scoring. */
    public boolean explains() {
        return compareTo(TREE_SHAP) >= 0 && compareTo(TEXTBOOK_TREE_SHAP) <= 0;
    }

    /** Those that are measured on forests of an origin. */
    public static List<Contender> on(Origin origin) {
        return switch (origin) {
            case SPARK -> List.copyOf(EnumSet.range(OURS, TEXTBOOK_TREE_SHAP));
            case SCIKIT_LEARN -> List.of(OURS, TREELITE_TUNED, TREELITE, ONNX_RUNTIME, JPMML);
        };
    }
}
