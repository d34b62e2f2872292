package io.churnwatch.bench.scoring.contender;

import io.churnwatch.bench.scoring.forest.Origin;
import io.churnwatch.bench.scoring.forest.TreeliteProgram;
import java.util.EnumSet;
import java.util.List;

/** An operation whose time is measured. */
public enum Contender {
    OURS("Churnwatch, encoded row", Platform.JVM, "ours"),
    OURS_FROM_PROFILE("Churnwatch, from the profile", Platform.JVM, "oursFromProfile"),
    OURS_AT_ONCE("Churnwatch, 2,000 encoded rows at once", Platform.JVM, "oursAtOnce"),
    SPARK("Spark's predictProbability, vector", Platform.JVM_WITH_SPARK, "spark"),
    JPMML("jpmml, raw values by name", Platform.JVM, "jpmml"),

    TREE_SHAP("Churnwatch TreeSHAP, encoded row", Platform.JVM, "treeShap"),
    TREE_SHAP_FROM_PROFILE("Churnwatch TreeSHAP, from the profile", Platform.JVM, "treeShapFromProfile"),
    TREE_SHAP_AT_ONCE("Churnwatch TreeSHAP, 508 encoded rows at once", Platform.JVM, "treeShapAtOnce"),
    TEXTBOOK_TREE_SHAP("Textbook TreeSHAP, encoded row", Platform.JVM, "textbookTreeShap"),

    ONNX_RUNTIME("ONNX Runtime, Java API, vector", Platform.JVM, "onnxRuntime"),
    TREELITE("Treelite's C, vector", Platform.PROGRAM, TreeliteProgram.PLAIN),
    TREELITE_TUNED("Treelite's C, tuned, vector", Platform.PROGRAM, TreeliteProgram.TUNED);

    /** The platform that a contender runs on. */
    public enum Platform {
        /** A JVM of its own for every measurement, by JMH. */
        JVM,
        /** The same, with Spark on the class path. */
        JVM_WITH_SPARK,
        /** A program of its own, which takes its time itself. */
        PROGRAM
    }

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
