package io.churnwatch.settings;

import java.util.List;

/** A program cannot start with the settings that its environment gives; the message lists every problem. */
public final class InvalidSettingsException extends RuntimeException {
    InvalidSettingsException(String program, List<String> problems) {
        super(program + " cannot start:\n  - " + String.join("\n  - ", problems));
    }
}
