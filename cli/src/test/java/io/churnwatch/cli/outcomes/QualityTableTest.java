package io.churnwatch.cli.outcomes;

import static org.assertj.core.api.Assertions.assertThat;

import io.churnwatch.model.IncreaseUnit;
import io.churnwatch.risk.AlertType;
import io.churnwatch.store.outcome.AlertFigures;
import io.churnwatch.store.outcome.AlertQuality;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class QualityTableTest {
    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

    @Test
    void everyFigureIsInItsColumn() {
        AlertFigures all = figures(null, null, null, null);

        String table = QualityTable.of(new AlertQuality(
                NOW,
                null,
                90,
                3,
                2,
                all,
                List.of(figures(AlertType.HIGH_RISK, null, null, null)),
                List.of(
                        figures(AlertType.HIGH_RISK, 0.7, null, null),
                        figures(AlertType.RISK_INCREASE, 20.0, IncreaseUnit.RELATIVE, null)),
                List.of(figures(null, null, null, "rf-20261124-101500"))));

        String row = " +1,004 +750 +250 +3 +1 +75.0 % +8 +2 +25.0 % +0.5 · 12.3 · 88.0$";
        assertThat(table)
                .containsPattern("(?m)^all" + row)
                .containsPattern("(?m)^  HIGH_RISK" + row)
                .containsPattern("(?m)^  HIGH_RISK above 0.7" + row)
                .containsPattern("(?m)^  RISK_INCREASE above 20 %" + row)
                .containsPattern("(?m)^  rf-20261124-101500" + row)
                .contains("within 90 days", "2 exits are left out");
    }

    @Test
    void withNothingToJudgeItExplainsWhereOutcomesComeFrom() {
        AlertFigures none = new AlertFigures(null, null, null, null, 0, 0, 0, 0, 0, null, 0, 0, null, null, null, null);

        assertThat(QualityTable.of(new AlertQuality(NOW, null, 90, 0, 0, none, List.of(), List.of(), List.of())))
                .contains("No alert has been raised, and no outcome is known", "./churnwatch outcomes import FILE.csv")
                .doesNotContain("%");
    }

    private static AlertFigures figures(
            @Nullable AlertType rule, @Nullable Double threshold, @Nullable IncreaseUnit unit, @Nullable String model) {
        return new AlertFigures(
                rule, threshold, unit, model, 1_004, 750, 250, 3, 1, 0.75, 8, 2, 0.25, 0.5, 12.34, 88.0);
    }
}
