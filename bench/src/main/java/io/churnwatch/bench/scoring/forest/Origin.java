package io.churnwatch.bench.scoring.forest;

/** What a forest was trained with. */
public enum Origin {
    SPARK("Spark", "Churnwatch"),
    SCIKIT_LEARN("scikit-learn", "scikit-learn");

    private final String title;
    private final String trainer;

    Origin(String title, String trainer) {
        this.title = title;
        this.trainer = trainer;
    }

    /** As it calls itself. */
    public String title() {
        return title;
    }

    /** Whose training it is, in a comparison of trainings. */
    public String trainer() {
        return trainer;
    }
}
