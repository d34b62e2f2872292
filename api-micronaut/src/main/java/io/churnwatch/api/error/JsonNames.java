package io.churnwatch.api.error;

import io.micronaut.core.type.Argument;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;

/** Names members of JSON objects. */
public final class JsonNames {
    private static final SnakeCaseStrategy SNAKE_CASE = new SnakeCaseStrategy();

    /** Returns the JSON name of a component or parameter. */
    public static String snakeCase(String name) {
        return SNAKE_CASE.translate(Argument.of(Object.class, name));
    }

    /** Returns the JSON pointer of a member, escaped as in RFC 6901. */
    public static String pointer(String parent, String member) {
        return parent + "/" + member.replace("~", "~0").replace("/", "~1");
    }

    private JsonNames() {}
}
