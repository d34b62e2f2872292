package io.churnwatch.bench.scoring;

/** What is measured; each is a method of {@link ScoringBenchmarks}. */
enum Contender {
    OURS("ours", "Churnwatch, encoded row"),
    OURS_FROM_PROFILE("oursFromProfile", "Churnwatch, from the profile"),
    NAIVE("naive", "Naive arrays, encoded row"),
    JPMML("jpmml", "jpmml, from the profile"),
    TREE_SHAP("treeShap", "Churnwatch TreeSHAP, from the profile"),
    TEXTBOOK_TREE_SHAP("textbookTreeShap", "Textbook TreeSHAP, encoded row");

    private final String method;
    private final String title;

    Contender(String method, String title) {
        this.method = method;
        this.title = title;
    }

    /** The name of the method. */
    String method() {
        return method;
    }

    /** For people. */
    String title() {
        return title;
    }

    boolean isOurs() {
        return this == OURS || this == OURS_FROM_PROFILE || this == TREE_SHAP;
    }

    boolean explains() {
        return this == TREE_SHAP || this == TEXTBOOK_TREE_SHAP;
    }
}
