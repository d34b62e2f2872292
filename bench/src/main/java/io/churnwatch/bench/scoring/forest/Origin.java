package io.churnwatch.bench.scoring.forest;

/** The program that trained a forest. */
public enum Origin {
    SPARK("Spark"),
    SCIKIT_LEARN("scikit-learn");

    private final String title;

    Origin(String title) {
        this.title = title;
    }

    /** As it calls itself. */
    public String title() {
        return title;
    }
}
