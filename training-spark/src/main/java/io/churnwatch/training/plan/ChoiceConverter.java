package io.churnwatch.training.plan;

import io.churnwatch.training.evaluate.Metric;
import io.churnwatch.training.train.Algorithm;
import io.churnwatch.training.train.Grid;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads one of several choices in lower case, as people write options: {@code --grid quick}. */
abstract class ChoiceConverter<E extends Enum<E>> implements ITypeConverter<E> {
    private final E[] choices;

    private ChoiceConverter(E[] choices) {
        this.choices = choices.clone();
    }

    @Override
    public E convert(String text) {
        return Arrays.stream(choices)
                .filter(choice -> words(choice).equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("'%s' is none of %s"
                        .formatted(text, Arrays.stream(choices).map(this::words).collect(Collectors.joining(", ")))));
    }

    private String words(E choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }

    static final class Algorithms extends ChoiceConverter<Algorithm> {
        Algorithms() {
            super(Algorithm.values());
        }
    }

    static final class Grids extends ChoiceConverter<Grid> {
        Grids() {
            super(Grid.values());
        }
    }

    static final class Metrics extends ChoiceConverter<Metric> {
        Metrics() {
            super(Metric.values());
        }
    }
}
