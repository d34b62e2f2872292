package io.churnwatch.scoring.jpmml;

/** The engine to score a model with. */
enum Engine {
    /** The built-in engine where it reads the model, else jpmml. */
    AUTO,
    OWN,
    JPMML
}
