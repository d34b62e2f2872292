package io.churnwatch.scoring.jpmml;

/** What a model may be scored with. */
enum Engine {
    /** The own engine where it reads the model, else jpmml. */
    AUTO,
    OWN,
    JPMML
}
