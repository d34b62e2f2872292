package io.churnwatch.scoring.pmml.field;

import java.util.HashMap;
import java.util.Map;

/** The texts that a model names, each with its code: equal codes, equal texts. Filled while a model is read, then never changed. */
public final class Symbols {
    /** Any text that the model does not name. */
    static final double OTHER = -1;

    private final Map<String, Integer> codes = new HashMap<>();

    /** The code of a text that the model names. */
    double name(String text) {
        return codes.computeIfAbsent(text, any -> codes.size());
    }

    /** The code of a text that a customer has. */
    double codeOf(String text) {
        Integer code = codes.get(text);
        return code == null ? OTHER : code;
    }
}
