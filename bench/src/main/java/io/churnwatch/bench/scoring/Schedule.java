package io.churnwatch.bench.scoring;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * How long and how often is measured. In every round each contender has one fork, so that a drift of the machine hits all alike.
 *
 * @param quick whether the figures are a first look only
 */
record Schedule(boolean quick, int rounds, int warmUps, int iterations, TimeValue iteration) {
    static final Schedule FULL = new Schedule(false, 5, 5, 5, TimeValue.seconds(1));
    static final Schedule QUICK = new Schedule(true, 2, 6, 3, TimeValue.milliseconds(500));

    /** Explaining takes a thousand times as long as scoring, so the compiler sees it that much later. */
    int warmUps(Contender contender) {
        return contender.explains() ? 3 * warmUps : warmUps;
    }

    String inWords() {
        return "%d rounds of one fork for each, %d warm-ups (three times as many for explaining) and %d iterations of %d ms"
                .formatted(rounds, warmUps, iterations, iteration.convertTo(TimeUnit.MILLISECONDS));
    }
}
