package io.churnwatch.bench.training;

/** Whose training is measured. */
enum Trainer {
    CHURNWATCH("Churnwatch"),
    SCIKIT_LEARN("scikit-learn");

    private final String title;

    Trainer(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }
}
