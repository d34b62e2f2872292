package io.churnwatch.stream.config;

import io.churnwatch.scoring.pmml.PmmlEngine;
import io.churnwatch.scoring.value.InvalidExpressionException;
import io.churnwatch.scoring.value.ValueAtRisk;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;

/** Reads settings from the environment, and collects problems instead of stopping at the first. */
final class EnvironmentReader {
    private final Map<String, String> environment;
    private final List<String> problems = new ArrayList<>();

    EnvironmentReader(Map<String, String> environment) {
        this.environment = environment;
    }

    String text(String name) {
        String value = environment.getOrDefault(name, "");
        if (value.isBlank()) {
            problems.add(name + " is not set");
        }
        return value;
    }

    int number(String name, int fallback, int min, int max) {
        String text = environment.getOrDefault(name, Integer.toString(fallback));
        try {
            int value = Integer.parseInt(text);
            if (value >= min && value <= max) {
                return value;
            }
        } catch (NumberFormatException e) {
            // said below, like a number out of range
        }
        problems.add(name + " must be a whole number from " + min + " to " + max + ", not '" + text + "'");
        return fallback;
    }

    Optional<Integer> port(String name) {
        return environment.containsKey(name) ? Optional.of(number(name, 0, 0, 65_535)) : Optional.empty();
    }

    boolean flag(String name, boolean fallback) {
        String text = environment.getOrDefault(name, Boolean.toString(fallback));
        if (!text.equals("true") && !text.equals("false")) {
            problems.add(name + " must be true or false, not '" + text + "'");
        }
        return text.equals("true");
    }

    ModelEngine engine(String name) {
        String text = environment.getOrDefault(name, "own");
        Optional<ModelEngine> engine = Arrays.stream(ModelEngine.values())
                .filter(value -> value.name().toLowerCase(Locale.ROOT).equals(text))
                .findFirst();
        if (engine.isEmpty()) {
            problems.add(name + " must be own, jpmml or auto, not '" + text + "'");
        }
        boolean missing = engine.equals(Optional.of(ModelEngine.JPMML))
                && ServiceLoader.load(PmmlEngine.class).findFirst().isEmpty();
        if (missing) {
            problems.add(name + " is jpmml, and the module scoring-jpmml is not on the class path");
        }
        return engine.orElse(ModelEngine.OWN);
    }

    ReasonPolicy reasons(String name) {
        String text = environment.getOrDefault(name, "1");
        if (text.equals("never")) {
            return ReasonPolicy.NEVER;
        }
        try {
            double points = Double.parseDouble(text);
            if (points >= 0 && points <= 100) {
                return new ReasonPolicy(points / 100);
            }
        } catch (NumberFormatException e) {
            // said below, like a number out of range
        }
        problems.add(name + " must be a number of points from 0 to 100, or never, not '" + text + "'");
        return ReasonPolicy.DEFAULT;
    }

    ValueAtRisk valueAtRisk(String name) {
        String expression = environment.get(name);
        try {
            return expression == null ? ValueAtRisk.DEFAULT : ValueAtRisk.of(expression);
        } catch (InvalidExpressionException e) {
            problems.add(name + ": " + e.getMessage());
            return ValueAtRisk.DEFAULT;
        }
    }

    void throwIfAnyProblem() {
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException("The job cannot start:\n  - " + String.join("\n  - ", problems));
        }
    }
}
