package io.churnwatch.bench.scoring.contender;

import static org.assertj.core.api.Assertions.assertThat;

import io.churnwatch.bench.scoring.ScoringBenchmarks;
import io.churnwatch.bench.scoring.forest.Origin;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Benchmark;

class ContenderTest {
    @Test
    void everyContenderIsMeasured() {
        assertThat(Stream.of(Origin.values()).flatMap(origin -> Contender.on(origin).stream()))
                .contains(Contender.values());
    }

    @Test
    void whateverRunsInAJvmIsAMethodThatJmhKnows() {
        Set<String> methods = Arrays.stream(ScoringBenchmarks.class.getMethods())
                .filter(method -> method.isAnnotationPresent(Benchmark.class))
                .map(Method::getName)
                .collect(Collectors.toSet());
        List<String> entries = Stream.of(Contender.values())
                .filter(contender -> contender.platform() != Contender.Platform.PROGRAM)
                .map(Contender::entry)
                .distinct()
                .toList();

        assertThat(methods).containsExactlyInAnyOrderElementsOf(entries);
    }
}
