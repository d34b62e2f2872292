package io.churnwatch.api;

import java.util.List;

/** The environment does not say, or says wrongly, what the API needs to start. */
final class InvalidConfigException extends RuntimeException {
    InvalidConfigException(List<String> problems) {
        super("The API cannot start:\n  - " + String.join("\n  - ", problems));
    }
}
