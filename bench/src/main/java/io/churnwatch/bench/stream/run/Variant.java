package io.churnwatch.bench.stream.run;

import java.util.Map;

/** What the job does with an event between source and sinks. */
public enum Variant {
    PASS_THROUGH("pass-through", "pass-through", Map.of()),
    CONSTANT("constant", "constant score", Map.of()),
    FULL("full", "full job", Map.of()),
    NO_REASONS("no-reasons", "full job, no reasons", Map.of("CHURNWATCH_REASONS_POINTS", "never")),
    JPMML("jpmml", "full job, jpmml", Map.of("CHURNWATCH_ENGINE", "jpmml"));

    private final String word;
    private final String title;
    private final Map<String, String> settings;

    Variant(String word, String title, Map<String, String> settings) {
        this.word = word;
        this.title = title;
        this.settings = settings;
    }

    /** As it is written on the command line. */
    @Override
    public String toString() {
        return word;
    }

    public String title() {
        return title;
    }

    /** Settings of the job, beside those that all have. */
    Map<String, String> settings() {
        return settings;
    }

    /** How many updates it is given, where the others are given that many: the slow one is waited for no longer. */
    long updates(long ofOthers) {
        return this == JPMML ? ofOthers / 4 : ofOthers;
    }

    boolean scores() {
        return this != PASS_THROUGH;
    }
}
