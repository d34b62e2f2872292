package io.churnwatch.bench.stream.run;

import java.util.Map;

/** What the job does with an event between source and sinks. */
public enum Variant {
    PASS_THROUGH("pass-through", "pass-through", "parsed, then a made-up result of the same width; no state", Map.of()),
    CONSTANT("constant", "constant score", "the whole job, whose model is one leaf over the same ten fields", Map.of()),
    FULL("full", "full job", "the whole job, with a forest of 100 trees of depth 10", Map.of()),
    NO_REASONS(
            "no-reasons",
            "full job, no reasons",
            "the same, nothing explained",
            Map.of("CHURNWATCH_REASONS_POINTS", "never")),
    JPMML(
            "jpmml",
            "full job, jpmml",
            "the same, scored by jpmml, which explains nothing either; a quarter of the updates",
            Map.of("CHURNWATCH_ENGINE", "jpmml"));

    private final String word;
    private final String title;
    private final String description;
    private final Map<String, String> settings;

    Variant(String word, String title, String description, Map<String, String> settings) {
        this.word = word;
        this.title = title;
        this.description = description;
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

    public String description() {
        return description;
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
