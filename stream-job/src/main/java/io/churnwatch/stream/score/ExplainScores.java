package io.churnwatch.stream.score;

import io.churnwatch.stream.config.ModelEngine;
import io.churnwatch.stream.operator.HoldingOperator;
import io.churnwatch.stream.version.ModelRegistry;
import io.churnwatch.stream.version.ModelStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Holds results back for a moment, so that their reasons are found many at a time; all of them, so that they stay in their order. One that
 * wants nothing while none waits passes at once.
 */
public final class ExplainScores extends HoldingOperator<UnexplainedResult, CustomerResult> {
    static final Duration DELAY_MAX = Duration.ofMillis(40);
    static final int WANTED_MAX = 250;
    private static final int WAITING_MAX = 2_000;

    private final ModelRegistry registry;
    private final ModelEngine engine;
    private final List<StreamRecord<UnexplainedResult>> waiting = new ArrayList<>();
    private transient int wanted;

    @SuppressWarnings("NullAway.Init") // in open()
    private transient ScoreReasons reasons;

    public ExplainScores(ModelRegistry registry, ModelEngine engine) {
        super(DELAY_MAX);
        this.registry = registry;
        this.engine = engine;
    }

    @Override
    public void open() {
        ModelStore models = ModelStore.of(registry, engine);
        reasons = new ScoreReasons(models::get);
    }

    @Override
    public void processElement(StreamRecord<UnexplainedResult> element) throws Exception {
        UnexplainedResult result = element.getValue();
        if (result.wanted() != null) {
            wanted++;
        } else if (waiting.isEmpty()) {
            output.collect(element.replace(result.result()));
            return;
        }
        if (waiting.isEmpty()) {
            scheduleSend();
        }
        waiting.add(element.copy(result)); // the element itself is used again for the next one
        if (wanted >= WANTED_MAX || waiting.size() >= WAITING_MAX) {
            send();
        }
    }

    @Override
    protected void sendHeld() throws Exception {
        List<CustomerResult> explained =
                reasons.explain(waiting.stream().map(StreamRecord::getValue).toList());
        for (int i = 0; i < explained.size(); i++) {
            output.collect(waiting.get(i).replace(explained.get(i)));
        }
        waiting.clear();
        wanted = 0;
    }
}
