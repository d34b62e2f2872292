package io.churnwatch.stream.rollup;

import static io.churnwatch.stream.rollup.ResultFixture.TEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.churnwatch.stream.score.CustomerResult;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;

class RollupsTest {
    private static final int PARTITIONS = 2;
    private static final List<String> GEOGRAPHIES = List.of("France", "Germany", "", "null");

    /** A result, and the time since the one before it in its partition. */
    record Step(CustomerResult result, int seconds) {
        int partition() {
            return (int) (result.customerId() % PARTITIONS);
        }
    }

    /** What the log holds. */
    record Logged(CustomerResult result, Instant logTime) {}

    @Property(tries = 40)
    void whateverHappensTheRowsEqualARecount(
            @ForAll("steps") List<Step> steps,
            @ForAll @IntRange(max = 60) int restartAt,
            @ForAll @IntRange(min = 1, max = 9) int passEvery)
            throws Exception {
        RollupChain chain = new RollupChain();
        List<Logged> log = new ArrayList<>();
        Instant[] clocks = {TEN, TEN};
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            clocks[step.partition()] = clocks[step.partition()].plusSeconds(step.seconds());
            log.add(new Logged(step.result(), clocks[step.partition()]));
            chain.send(step.result(), clocks[step.partition()]);
            if (i == restartAt) {
                chain.restart();
            }
            if (i % passEvery == 0) {
                chain.pass(earlier(clocks[0], clocks[1]).minusMillis(1));
                chain.tick();
            }
        }
        Instant end = later(clocks[0], clocks[1]).plus(Duration.ofMinutes(2));
        chain.pass(end);
        chain.tick();
        chain.close();

        assertThat(chain.distribution()).isEqualTo(recountByBin(log));
        for (Instant minute = TEN; minute.isBefore(end); minute = minute.plus(Duration.ofMinutes(1))) {
            Map<String, RiskSum> recount = recountByGeography(log, minute.plus(Duration.ofMinutes(1)));
            for (String geography : GEOGRAPHIES) {
                assertThat(chain.trendAt(geography, minute))
                        .as("%s at the end of %s", geography, minute)
                        .isEqualTo(recount.getOrDefault(geography, RiskSum.ZERO));
            }
        }
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        Arbitrary<Integer> customers = Arbitraries.integers().between(1, 6);
        Arbitrary<CustomerResult> scored = Combinators.combine(
                        customers,
                        Arbitraries.of(GEOGRAPHIES).map(name -> name.equals("null") ? null : name),
                        Arbitraries.doubles().between(0, 1),
                        Arbitraries.doubles().between(0, 1e9).injectNull(0.2),
                        Arbitraries.of(true, false),
                        Arbitraries.of(true, false))
                .as(ResultFixture::scored);
        Arbitrary<CustomerResult> erased = customers.map(ResultFixture::erased);
        return Combinators.combine(
                        Arbitraries.frequencyOf(Tuple.of(6, scored), Tuple.of(1, erased)),
                        Arbitraries.integers().between(0, 50))
                .as(Step::new)
                .list()
                .ofMaxSize(60);
    }

    private static Map<String, RiskSum> recountByBin(List<Logged> log) {
        Map<String, RiskSum> sums = new HashMap<>();
        latest(log, Instant.MAX)
                .forEach(place -> sums.merge(place.geography() + "/" + place.bin(), place.sum(), RiskSum::plus));
        return sums;
    }

    private static Map<String, RiskSum> recountByGeography(List<Logged> log, Instant before) {
        Map<String, RiskSum> sums = new HashMap<>();
        latest(log, before).forEach(place -> sums.merge(String.valueOf(place.geography()), place.sum(), RiskSum::plus));
        return sums;
    }

    private static List<Contribution> latest(List<Logged> log, Instant before) {
        Map<Long, CustomerResult> latest = new HashMap<>();
        log.stream()
                .filter(logged -> logged.logTime().isBefore(before))
                .forEach(logged -> latest.put(logged.result().customerId(), logged.result()));
        return latest.values().stream()
                .filter(result -> result.score() != null)
                .map(result -> Contribution.of(Objects.requireNonNull(result.after())))
                .toList();
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }
}
