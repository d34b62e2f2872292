package io.churnwatch.bench.scoring;

import io.churnwatch.bench.scoring.contender.Contender;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * How long and how often is measured. In every round each contender has one process of its own, so that a drift of the machine hits
 * all alike.
 */
record Schedule(int rounds, int warmUps, int iterations, TimeValue iteration) {
    static final Schedule FULL = new Schedule(3, 4, 5, TimeValue.milliseconds(500));
    static final Schedule QUICK = new Schedule(1, 4, 3, TimeValue.milliseconds(300));

    /** Explaining takes a hundred times as long as scoring, so the compiler sees it that much later. */
    int warmUps(Contender contender) {
        return contender.explains() ? 3 * warmUps : warmUps;
    }

    double iterationSeconds() {
        return iteration.convertTo(TimeUnit.MILLISECONDS) / 1000.0;
    }

    String inWords() {
        return "%s of one process for each contender, with %d warm-ups (three times as many for explaining) and %d iterations of %d ms"
                .formatted(
                        rounds == 1 ? "1 round" : rounds + " rounds",
                        warmUps,
                        iterations,
                        iteration.convertTo(TimeUnit.MILLISECONDS));
    }
}
