package io.churnwatch.bench.scoring.contender;

import static org.assertj.core.api.Assertions.assertThat;

import io.churnwatch.bench.scoring.ScoringBenchmarks;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Benchmark;

class ComparisonTest {
    @Test
    void everyContenderIsComparedAndEveryReferenceContends() {
        assertThat(Stream.of(Comparison.values()).flatMap(comparison -> comparison.contenders().stream()))
                .contains(Contender.values());
        assertThat(Comparison.values())
                .allSatisfy(comparison -> assertThat(comparison.contenders()).contains(comparison.reference()));
    }

    @Test
    void whateverRunsInAJvmIsAMethodThatJmhKnows() {
        Set<String> methods = Arrays.stream(ScoringBenchmarks.class.getMethods())
                .filter(method -> method.isAnnotationPresent(Benchmark.class))
                .map(Method::getName)
                .collect(Collectors.toSet());
        List<String> entries = Stream.of(Contender.values())
                .filter(contender -> contender.platform() != Platform.PROGRAM)
                .map(Contender::entry)
                .distinct()
                .toList();

        assertThat(methods).containsExactlyInAnyOrderElementsOf(entries);
    }
}
