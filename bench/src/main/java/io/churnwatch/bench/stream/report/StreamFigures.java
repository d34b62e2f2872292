package io.churnwatch.bench.stream.report;

import io.churnwatch.bench.stream.run.Contender;
import io.churnwatch.bench.stream.run.RunFigures;
import io.churnwatch.bench.stream.run.Sinks;
import io.churnwatch.bench.stream.run.Variant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * All that was measured.
 *
 * @param medians in the order of the runs
 */
record StreamFigures(Map<Contender, Medians> medians) {
    StreamFigures {
        medians = new LinkedHashMap<>(medians);
    }

    /** How many customers all variants were measured with. */
    int customers() {
        return medians.keySet().iterator().next().customers();
    }

    /** Those whose results went there, for the first number of customers. */
    List<Contender> contenders(Sinks sinks) {
        return medians.keySet().stream()
                .filter(contender -> contender.sinks() == sinks && contender.customers() == customers())
                .toList();
    }

    /** Those that were measured with several numbers of customers. */
    List<Contender> states() {
        return medians.keySet().stream()
                .filter(contender -> contender.variant() == Variant.NO_REASONS && contender.sinks() == Sinks.DISCARDING)
                .toList();
    }

    Medians of(Contender contender) {
        return Objects.requireNonNull(medians.get(contender), () -> contender + " was not measured");
    }

    /** How many times the events of another it takes in a second. */
    OptionalDouble speed(Variant variant, Variant other) {
        Optional<Medians> one = find(variant, Sinks.REAL);
        Optional<Medians> two = find(other, Sinks.REAL);
        return one.isPresent() && two.isPresent()
                ? OptionalDouble.of(one.get().perSecond() / two.get().perSecond())
                : OptionalDouble.empty();
    }

    OptionalDouble perSecond(Variant variant) {
        return find(variant, Sinks.REAL)
                .map(found -> OptionalDouble.of(found.perSecond()))
                .orElse(OptionalDouble.empty());
    }

    /** What scoring takes in the job, in CPU microseconds per event: more than a constant score, without sinks and reasons. */
    OptionalDouble scoringMicros(Variant variant) {
        Optional<Medians> scored = find(variant, Sinks.DISCARDING);
        Optional<Medians> constant = find(Variant.CONSTANT, Sinks.DISCARDING);
        return scored.isPresent() && constant.isPresent()
                ? OptionalDouble.of(
                        scored.get().of(RunFigures::jobMicros) - constant.get().of(RunFigures::jobMicros))
                : OptionalDouble.empty();
    }

    private Optional<Medians> find(Variant variant, Sinks sinks) {
        return Optional.ofNullable(medians.get(new Contender(variant, sinks, customers())));
    }
}
