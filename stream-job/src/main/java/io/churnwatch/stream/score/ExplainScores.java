package io.churnwatch.stream.score;

import io.churnwatch.risk.RiskScored;
import io.churnwatch.scoring.shap.RowExplainer;
import io.churnwatch.stream.config.ModelEngine;
import io.churnwatch.stream.operator.HoldingOperator;
import io.churnwatch.stream.version.ModelLoader;
import io.churnwatch.stream.version.PublishedVersions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Holds results back for a moment, so that their reasons are found many at a time; all of them, so that they stay in their order. One that
 * needs no reasons passes at once while none waits.
 */
public final class ExplainScores extends HoldingOperator<UnexplainedResult, CustomerResult> {
    static final Duration DELAY_MAX = Duration.ofMillis(40);

    /** An update that was logged longer ago shows a backlog, which fewer and fuller blocks clear sooner. */
    static final Duration LATE = Duration.ofSeconds(1);

    static final Duration DELAY_MAX_WHEN_LATE = Duration.ofMillis(250);

    /** The last may be an alert, which takes two. */
    static final int EXPLANATIONS_MAX = RowExplainer.ROWS_AT_ONCE - 1;

    private static final int WAITING_MAX = 2_000;

    private final PublishedVersions registry;
    private final ModelEngine engine;
    private final List<StreamRecord<UnexplainedResult>> waiting = new ArrayList<>();
    private transient int explanations;

    @SuppressWarnings("NullAway.Init") // in open()
    private transient ReasonCalculation reasons;

    public ExplainScores(PublishedVersions registry, ModelEngine engine) {
        this.registry = registry;
        this.engine = engine;
    }

    @Override
    public void open() {
        ModelLoader models = ModelLoader.of(registry, engine);
        reasons = new ReasonCalculation(models::get);
    }

    @Override
    public void processElement(StreamRecord<UnexplainedResult> element) throws Exception {
        UnexplainedResult result = element.getValue();
        if (result.wanted() != null) {
            explanations += result.wanted().explanations();
        } else if (waiting.isEmpty()) {
            output.collect(element.replace(result.result()));
            return;
        }
        if (waiting.isEmpty()) {
            scheduleSend(isLate(result.result()) ? DELAY_MAX_WHEN_LATE : DELAY_MAX);
        }
        waiting.add(element.copy(result)); // Flink reuses the element
        if (explanations >= EXPLANATIONS_MAX || waiting.size() >= WAITING_MAX) {
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
        explanations = 0;
    }

    private boolean isLate(CustomerResult result) {
        RiskScored score = result.score();
        long now = getProcessingTimeService().getCurrentProcessingTime();
        return score != null && score.turn().loggedAt().plus(LATE).isBefore(Instant.ofEpochMilli(now));
    }
}
