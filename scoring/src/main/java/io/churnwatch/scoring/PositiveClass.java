package io.churnwatch.scoring;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Which of a classifier's two classes means that the customer leaves. */
public final class PositiveClass {
    private static final Set<String> AFFIRMATIVE = Set.of("1", "1.0", "true", "yes");

    /**
     * The affirmative class ({@code 1}, {@code 1.0}, {@code true}, {@code yes}); failing that, the second of the two.
     *
     * @param classes the target's two values, in the model's order
     * @return one of them
     * @throws IllegalArgumentException when there are not exactly two
     */
    public static String of(List<String> classes) {
        if (classes.size() != 2) {
            throw new IllegalArgumentException("A churn model must have two classes, not " + classes);
        }
        return classes.stream()
                .filter(value -> AFFIRMATIVE.contains(value.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElse(classes.get(1));
    }

    private PositiveClass() {}
}
