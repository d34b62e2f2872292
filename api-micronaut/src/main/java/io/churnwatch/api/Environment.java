package io.churnwatch.api;

import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads environment variables and collects what is wrong with them. A blank variable counts as missing. */
final class Environment {
    private static final String ABSENT = "";

    private final Map<String, String> variables;
    private final List<String> problems = new ArrayList<>();

    Environment(Map<String, String> variables) {
        this.variables = variables;
    }

    String text(String name) {
        String value = value(name);
        return value == null ? refused(name, "is missing", ABSENT) : value;
    }

    String text(String name, String otherwise) {
        String value = value(name);
        return value == null ? otherwise : value;
    }

    String secret(String name, int lengthMin) {
        String value = text(name);
        if (!value.isEmpty() && value.length() < lengthMin) {
            return refused(name, "must have at least " + lengthMin + " characters", value);
        }
        return value;
    }

    String startingWith(String name, String prefix) {
        String value = text(name);
        if (!value.isEmpty() && !value.startsWith(prefix)) {
            return refused(name, "must start with " + prefix, value);
        }
        return value;
    }

    int number(String name, int otherwise, int min, int max) {
        String value = value(name);
        if (value == null) {
            return otherwise;
        }
        try {
            int number = Integer.parseInt(value);
            if (number >= min && number <= max) {
                return number;
            }
        } catch (NumberFormatException e) {
            // told below
        }
        return refused(name, "must be a whole number from " + min + " to " + max + ", not '" + value + "'", otherwise);
    }

    boolean flag(String name, boolean otherwise) {
        String value = value(name);
        if (value == null) {
            return otherwise;
        }
        return switch (value) {
            case "true" -> true;
            case "false" -> false;
            default -> refused(name, "must be true or false, not '" + value + "'", otherwise);
        };
    }

    Path path(String name) {
        return parsed(name, Path::of, Path.of(ABSENT), "is not a path");
    }

    URI uri(String name, String... schemes) {
        URI uri = parsed(name, URI::create, URI.create(ABSENT), "is not a URL");
        if (!uri.toString().isEmpty()
                && (uri.getScheme() == null || !Set.of(schemes).contains(uri.getScheme()))) {
            return refused(name, "must start with " + String.join(":// or ", schemes) + "://", uri);
        }
        return uri;
    }

    /** A URL that is shown to people, so without a password in it; null when it is absent. */
    @Nullable
    String publicUrl(String name, String... schemes) {
        String url = value(name);
        if (url != null && uri(name, schemes).getUserInfo() != null) {
            return refused(name, "must not hold a user or a password: whoever signs in sees it", ABSENT);
        }
        return url;
    }

    /** Throws when anything that was asked for is missing or wrong. */
    void refuseProblems() {
        if (!problems.isEmpty()) {
            throw new InvalidConfigException(problems);
        }
    }

    private <T> T parsed(String name, Function<String, T> parse, T absent, String problem) {
        String value = text(name);
        if (value.isEmpty()) {
            return absent;
        }
        try {
            return parse.apply(value);
        } catch (InvalidPathException e) {
            return refused(name, problem, absent);
        } catch (IllegalArgumentException e) {
            return refused(name, problem, absent); // never with the value: a URL may hold a password
        }
    }

    private @Nullable String value(String name) {
        String value = variables.get(name);
        return value == null || value.isBlank() ? null : value.strip();
    }

    private <T> T refused(String name, String problem, T instead) {
        problems.add(name + " " + problem);
        return instead;
    }
}
