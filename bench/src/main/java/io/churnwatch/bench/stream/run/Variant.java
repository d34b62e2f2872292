package io.churnwatch.bench.stream.run;

import java.util.Map;

/** The work of the job between source and sinks. */
public enum Variant {
    PASS_THROUGH("pass-through", Map.of()),
    CONSTANT("constant", Map.of()),
    FULL("full", Map.of()),
    NO_REASONS("no-reasons", Map.of("CHURNWATCH_REASONS_POINTS", "never")),
    JPMML("jpmml", Map.of("CHURNWATCH_ENGINE", "jpmml"));

    private final String word;
    private final Map<String, String> settings;

    Variant(String word, Map<String, String> settings) {
        this.word = word;
        this.settings = settings;
    }

    /** As it is written on the command line. */
    @Override
    public String toString() {
        return word;
    }

    /** Settings of the job, beside those that all have. */
    Map<String, String> settings() {
        return settings;
    }

    /** How many updates it is given, where the others are given that many: the slow one is waited for no longer. */
    long updates(long ofOthers) {
        return this == JPMML ? ofOthers / 4 : ofOthers;
    }
}
