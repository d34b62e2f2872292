package io.churnwatch.stream.config;

/** The engine that scores a model, in the words of {@code ./churnwatch score --engine}. */
public enum ModelEngine {
    /** Our own engine; what it does not read is refused. */
    OWN,
    /** jpmml, for every model. */
    JPMML,
    /** Our own engine where it reads the model, else jpmml, if that is on the class path. */
    AUTO
}
